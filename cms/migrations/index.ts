import * as migration_20261123_044902_initial from './20261123_044902_initial.ts';

export const migrations = [
  {
    up: migration_20261123_044902_initial.up,
    down: migration_20261123_044902_initial.down,
    name: '20261123_044902_initial'
  },
];
