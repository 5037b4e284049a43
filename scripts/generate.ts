import { writeFileSync } from 'node:fs';
import { printExample } from '../content/settings/variables.ts';
import { runPayload } from './payload-cli.ts';

// `npm run generate`: writes what follows from something else. Commit the result; tests compare it.
writeFileSync('.env.example', printExample());
runPayload('generate:types');
runPayload('generate:importmap');
