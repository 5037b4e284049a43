const parts = /^(?<server>mongodb(?:\+srv)?:\/\/[^/?]+)\/?(?<database>[^?]*)\??(?<options>.*)$/;

/**
 * The same servers, user and options with another database. A user is looked up in the database of
 * the address unless `authSource` says where: that stays as it was. Throws on other schemes.
 */
export function ownDatabase(url: string, database: string): string {
  const found = parts.exec(url)?.groups;
  if (found === undefined)
    throw new Error('the address must start with mongodb:// or mongodb+srv://');
  const { server = '', database: before = '', options = '' } = found;
  const parameters = new URLSearchParams(options);
  if (server.includes('@') && before !== '' && !parameters.has('authSource')) {
    parameters.set('authSource', before);
  }
  const query = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  return `${server}/${database}${query}`;
}
