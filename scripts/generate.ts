import { writeFileSync } from 'node:fs';
import { printExample } from '../content/settings/variables.ts';
import { blockRegistries } from './block-registries.ts';
import { runPayload } from './run-payload.ts';

// `npm run generate`: writes what follows from something else. Commit the result; tests compare it.
writeFileSync('.env.example', printExample());
for (const { file, text } of blockRegistries()) writeFileSync(file, text);
runPayload('generate:types');
runPayload('generate:importmap');
