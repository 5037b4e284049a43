/**
 * A preload for tests: kills its process with SIGKILL before the write (to MongoDB, or a move, a removal or a file of
 * a restore) whose number, from 1, is in `KILL_AT_WRITE`. With `KILL_FROM` counts from the first write of that name on.
 * Beats, which say that a process lives, are not counted.
 */
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import mongoose from 'mongoose';

let count = 0;
let isCounting = process.env.KILL_FROM === undefined;

function killInstead(owner, name) {
  const original = owner[name];
  owner[name] = async function (...parameters) {
    if (name === process.env.KILL_FROM) isCounting = true;
    const isBeat = parameters[1]?.$inc !== undefined;
    if (isCounting && !isBeat) count += 1;
    if (isCounting && !isBeat && count === Number(process.env.KILL_AT_WRITE)) {
      process.kill(process.pid, 'SIGKILL');
      await new Promise(() => undefined);
    }
    return original.apply(this, parameters);
  };
}

for (const name of ['rename', 'writeFile', 'rm']) killInstead(promises, name);
syncBuiltinESMExports();
const { Collection, Db } = mongoose.mongo;
for (const name of [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
])
  killInstead(Collection.prototype, name);
for (const name of [
  'createCollection',
  'command',
  'renameCollection',
  'dropCollection',
  'dropDatabase',
])
  killInstead(Db.prototype, name);
