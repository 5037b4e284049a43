import * as migration_20261123_041503_initial from './20261123_041503_initial.ts';

export const migrations = [
  {
    up: migration_20261123_041503_initial.up,
    down: migration_20261123_041503_initial.down,
    name: '20261123_041503_initial'
  },
];
