import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import translate, { packages, phrases } from './translate-packages.mjs';

const code = packages
  .map((folder) => path.join('node_modules', folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8')),
  )
  .join('\n');

describe('the English written into the packages of the admin', () => {
  it.each(phrases)('%s is still there to be replaced', (from) => {
    expect(typeof from === 'string' ? code.includes(from) : code.search(from) >= 0).toBe(true);
  });

  it('is Norwegian after the loader, in a whole line of code', () => {
    expect(translate('f({tooltip:"Remove Block"},"option ".concat(r,", selected."))')).toBe(
      'f({tooltip:"Fjern boksen"},"".concat(r," er valgt."))',
    );
  });
});
