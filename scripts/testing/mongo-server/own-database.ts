import { ConnectionString } from 'mongodb-connection-string-url';

/** The same server and user with another database; who the user is remains where it was. */
export function ownDatabase(url: string, database: string): string {
  const own = new ConnectionString(url);
  const before = own.pathname.slice(1);
  if (own.username !== '' && before !== '' && !own.searchParams.has('authSource')) {
    own.searchParams.set('authSource', before);
  }
  own.pathname = `/${database}`;
  return own.href;
}
