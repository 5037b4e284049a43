/**
 * A preload for tests: kills its process with SIGKILL at the move (of a file, or of a MongoDB collection) whose
 * number, from 1, is in `KILL_AT_RENAME`.
 */
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

let count = 0;

function killInstead(owner, name) {
  const original = owner[name];
  owner[name] = async function (...parameters) {
    count += 1;
    if (count === Number(process.env.KILL_AT_RENAME)) {
      process.kill(process.pid, 'SIGKILL');
      await new Promise(() => undefined);
    }
    return original.apply(this, parameters);
  };
}

killInstead(promises, 'rename');
syncBuiltinESMExports();
if (process.env.DATABASE_URL?.startsWith('mongodb')) {
  const { default: mongoose } = await import('mongoose');
  killInstead(mongoose.mongo.Db.prototype, 'renameCollection');
}
