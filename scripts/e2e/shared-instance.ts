import type { TestProject } from 'vitest/node';
import { startInstance, type Instance } from '../instance/start-instance.ts';

declare module 'vitest' {
  interface ProvidedContext {
    instance: Omit<Instance, 'output' | 'stop'>;
  }
}

/** One `npm start` with the starter publication for all browser tests, which `inject('instance')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await startInstance();
  const { siteUrl, cmsUrl, mailUrl, dataDir, environment } = started;
  project.provide('instance', { siteUrl, cmsUrl, mailUrl, dataDir, environment });
  return () => started.stop();
}
