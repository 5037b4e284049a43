import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload';
import { isAdmin } from '../../access.ts';
import { writeLog } from '../../log/write-log.ts';
import { notice } from '../../web/page.ts';
import { field, readForm } from '../../web/read-form.ts';
import { decidedSchema } from '../plan.ts';
import {
  decide,
  forgetArchive,
  pauseMoving,
  readJob,
  startMoving,
  takeArchive,
  type Job,
} from './moving-job.ts';
import { movingPage } from './moving-page.ts';
import { text as words } from './text.ts';

const mostBytes = 100 * 1024 * 1024;
const address = '/api/moving/screen';

/** For administrators; everybody else is told so. */
const forAdmins =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) =>
    (await isAdmin({ req }))
      ? handler(req)
      : notice(req.payload, { title: words.title, lead: words.adminsOnly, status: 403 });

/** Back to the page, which says how it stands. */
const backToPage = () => new Response(null, { status: 303, headers: { location: address } });

const act = (work: (req: PayloadRequest) => Promise<void>): PayloadHandler =>
  forAdmins(async (req) => {
    await work(req);
    return backToPage();
  });

const look: PayloadHandler = forAdmins(async (req) => {
  const { fields } = await readForm(req, mostBytes);
  if (fields === undefined) return movingPage(req, { problem: words.tooBig, status: 413 });
  const files = fields.getAll('file').filter((each) => each instanceof File && each.size > 0);
  if (files.length === 0) return movingPage(req, { problem: words.noFile, status: 400 });
  await takeArchive(req.payload, files as File[]); // why: filtered above
  return backToPage();
});

const start = act(async (req) => {
  if (!(await startMoving(req.payload))) return;
  const what = (await readJob())?.moved?.archives.map(({ name }) => name).join(', ') ?? '';
  await writeLog(req, { act: 'archive-imported', what: what || words.title, document: '' });
});

const choose: PayloadHandler = forAdmins(async (req) => {
  const { fields } = await readForm(req, 1024 * 1024);
  if (fields === undefined)
    return movingPage(req, { job: await readJob(), problem: words.unreadable, status: 400 });
  await decide(req.payload, readPlan(fields));
  return backToPage();
});

/** What the form says becomes what. */
function readPlan(form: FormData): Job['plan'] {
  const categories: Record<string, unknown> = {};
  for (let at = 0; form.has(`category-${String(at)}`); at++) {
    const [name, target, called] = ['category', 'target', 'name'].map((each) =>
      field(form, `${each}-${String(at)}`).trim(),
    );
    categories[name ?? ''] = toTarget(target ?? '', called || (name ?? ''));
  }
  const authors: Record<string, string> = {};
  for (let at = 0; form.has(`author-${String(at)}`); at++)
    authors[field(form, `author-${String(at)}`)] = field(form, `byline-${String(at)}`).trim();
  return decidedSchema.catch({}).parse({
    ...{ categories, authors, series: field(form, 'series').trim(), kind: field(form, 'kind') },
    questions: form.has('questions'),
  });
}

function toTarget(target: string, name: string): unknown {
  if (target === 'tema') return { tema: name };
  if (target === 'tag') return { tag: name };
  return target === 'drop' || target === 'series' ? target : { kind: target };
}

/** Below `/api`. */
export const movingScreenEndpoints: Endpoint[] = [
  {
    ...{ path: '/moving/screen', method: 'get' },
    handler: forAdmins(async (req) => movingPage(req, { job: await readJob() })),
  },
  { path: '/moving/screen/look', method: 'post', handler: look },
  { path: '/moving/screen/decide', method: 'post', handler: choose },
  { path: '/moving/screen/start', method: 'post', handler: start },
  { path: '/moving/screen/pause', method: 'post', handler: act(() => pauseMoving()) },
  { path: '/moving/screen/forget', method: 'post', handler: act(() => forgetArchive()) },
];
