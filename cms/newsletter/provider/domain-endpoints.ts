import type { PayloadHandler } from 'payload';
import { isEditor } from '../../access.ts';
import { readEnvironment } from '../../environment.ts';
import { writeLog } from '../../log/write-log.ts';
import { json, unauthorized } from '../../shared/http.ts';
import { text } from './text.ts';
import { checkDomain } from './check-domain.ts';
import type { DomainView } from './domain-view.ts';

/** `GET /api/newsletter/domain`: how the domain that letters come from stands in the DNS (`DomainView`). */
export const getDomain: PayloadHandler = async (req) => {
  if (!(await isEditor({ req }))) return unauthorized();
  const domain = domainOf(readEnvironment().mailFrom);
  const view: DomainView = { domain, checks: await checkDomain(domain) };
  return json(view);
};

/** `POST /api/newsletter/domain`: a mail to whoever asks, to see that it arrives and how it looks there. */
export const sendTestMail: PayloadHandler = async (req) => {
  if (!(await isEditor({ req })) || !req.user) return unauthorized();
  try {
    await req.payload.sendEmail({ to: req.user.email, ...text.test });
  } catch (err) {
    req.payload.logger.error({ area: 'mail', err, msg: 'a test mail was not accepted' });
    return json({ errors: [{ message: text.testRefused }] }, 502);
  }
  await writeLog(req, { act: 'mail-tested', what: text.test.subject, document: '' });
  return json({ to: req.user.email });
};

/** What stands behind the @ of `Kundefront <post@avis.no>`. */
const domainOf = (sender: string): string => /@([^\s>]+)/.exec(sender)?.[1]?.toLowerCase() ?? '';
