import { takeOverOutput } from './take-over-output.ts';

/** `node --import …/preload.ts?area=cms`: before anything of a program runs that is not ours. */
takeOverOutput(new URL(import.meta.url).searchParams.get('area') ?? 'unknown');
