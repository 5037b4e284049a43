import type { Newsroom } from './start-newsroom.ts';

const filled = ['batches', 'deliveries', 'mailings', 'subscribers', 'articles'] as const;

/** Between two tests of a file: nobody is subscribed, nothing is published or mailed, and the provider is well. */
export async function clearNewsroom({ payload, provider }: Newsroom): Promise<void> {
  for (const collection of filled) await payload.db.deleteMany({ collection, where: {} });
  provider.forget();
  provider.plan({});
  provider.onAnswer = () => undefined;
}
