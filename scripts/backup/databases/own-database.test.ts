import { describe, expect, test } from 'vitest';
import { ownDatabase } from './own-database.ts';

describe('ownDatabase', () => {
  test.each([
    ['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/mine'],
    ['mongodb://127.0.0.1:27017/', 'mongodb://127.0.0.1:27017/mine'],
    ['mongodb://a:1,b:2/theirs?replicaSet=rs', 'mongodb://a:1,b:2/mine?replicaSet=rs'],
    ['mongodb://user:pass@a/theirs', 'mongodb://user:pass@a/mine?authSource=theirs'],
    [
      'mongodb://user:pass@a/theirs?authSource=admin',
      'mongodb://user:pass@a/mine?authSource=admin',
    ],
    ['mongodb+srv://user:pass@a/?w=1', 'mongodb+srv://user:pass@a/mine?w=1'],
  ])('%s keeps all but the database', (given, own) => {
    expect(ownDatabase(given, 'mine')).toBe(own);
  });

  test('refuses what is no MongoDB address', () => {
    expect(() => ownDatabase('postgres://a/b', 'mine')).toThrow(/must start with mongodb/);
  });
});
