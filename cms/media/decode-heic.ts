import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** Pixels as sharp takes them raw: four bytes each. */
export interface RawPicture {
  data: Uint8Array;
  width: number;
  height: number;
}

const answer = z.object({ data: z.instanceof(Uint8Array), width: z.number(), height: z.number() });
/** A picture of 50 megapixels takes some seconds. */
const patienceMs = 60_000;

/**
 * What iPhones save (HEIC: HEVC in HEIF), which sharp's own libheif leaves out because of its patents. libheif compiled
 * to WebAssembly decodes it, turned upright, in a thread of its own: it takes a second, and nobody else waits for it.
 * Throws for what is broken.
 */
export async function decodeHeic(file: Buffer): Promise<RawPicture> {
  const worker = new Worker(source, {
    eval: true,
    workerData: { file, from: join(process.cwd(), 'package.json') },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  try {
    const [message] = (await once(worker, 'message', {
      signal: AbortSignal.timeout(patienceMs),
    })) as unknown[];
    return answer.parse(message);
  } finally {
    await worker.terminate();
  }
}

/** Not a file of its own: bundlers move files, and a worker is told where its own is. */
const source = `
const { createRequire } = require('node:module');
const { parentPort, workerData } = require('node:worker_threads');
const decode = createRequire(workerData.from)('heic-decode');
decode({ buffer: workerData.file }).then(({ data, width, height }) => {
  parentPort.postMessage({ data: new Uint8Array(data.buffer), width, height });
});
`;
