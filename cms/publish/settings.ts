import { parseEnvironment } from '../../content/model/environment.ts';

/** The settings this domain needs. */
export interface PublishSettings {
  siteUrl: string;
  publisherUrl: string;
  publishToken: string;
}

/** Read at each call: cheap, and tests may change the environment. */
export function publishSettings(): PublishSettings {
  const parsed = parseEnvironment(process.env);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const { siteUrl, publisherUrl, publishToken } = parsed.environment;
  if (publishToken === undefined) throw new Error('PUBLISH_TOKEN mangler');
  return { siteUrl, publisherUrl, publishToken };
}
