import { DatabaseSync } from 'node:sqlite';

/** A SQLite database with what a restore looks at. The title of its one article tells whose it is. */
export function aDatabase(file: string, title: string): void {
  const database = new DatabaseSync(file);
  database.exec(schema);
  database.prepare('INSERT INTO articles VALUES (?)').run(title);
  database.close();
}

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE payload_migrations (name, batch);
  CREATE TABLE articles (title);
  CREATE TABLE mailings (decision);
  CREATE TABLE payload_kv (id PRIMARY KEY, key UNIQUE, data);
  CREATE TABLE users (name, reset_password_token, reset_password_expiration);
  CREATE TABLE users_sessions (id);
  INSERT INTO mailings VALUES ('send'), ('cancel');
  INSERT INTO users VALUES ('Kari', 'a token', '2030-01-01');
  INSERT INTO users_sessions VALUES ('a session');
`;
