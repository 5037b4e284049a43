import type { Payload } from 'payload';

/** From here on the database itself refuses every write to these tables; the returned function ends that. */
export async function breakWrites(
  { db }: Payload,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  // Which of the two it is, only its own adapter's type would tell.
  const { client, connection } = db as unknown as {
    client?: { execute: (statement: string) => Promise<unknown> };
    connection?: { db: { command: (command: object) => Promise<unknown> } };
  };
  const refuse = async (table: string) => {
    for (const write of ['INSERT', 'UPDATE', 'DELETE'])
      await client?.execute(
        `CREATE TRIGGER "refuse_${table}_${write}" BEFORE ${write} ON "${table}" BEGIN SELECT RAISE(ABORT, 'no ${write} of ola@leser.example'); END`,
      );
    await connection?.db.command({ collMod: table, validator: { never: { $exists: true } } });
  };
  const allow = async (table: string) => {
    for (const write of ['INSERT', 'UPDATE', 'DELETE'])
      await client?.execute(`DROP TRIGGER "refuse_${table}_${write}"`);
    await connection?.db.command({ collMod: table, validator: {} });
  };
  for (const table of tables) await refuse(table);
  return async () => {
    for (const table of tables) await allow(table);
  };
}
