/**
 * The writes by which a process takes something for itself or says that it begins: as SQL, and by their bytes on
 * MongoDB's wire. Whether one was stored when the database does not answer is unknown, as with the provider.
 */
export const databaseCuts: Readonly<Record<string, { sqlite: RegExp; mongo: RegExp }>> = {
  'claim of a mailing': {
    sqlite: /^update "mailings" set .*"lease_token" = \?.* where .*"lease_until" < \?/,
    mongo: /^(?=.*mailings\0)(?=.*\$lt\0)(?=.*leaseToken\0)/s,
  },
  'claim of a batch': {
    sqlite: /^update "batches" set .*"lease_token" = \?.* where .*"lease_until" < \?/,
    mongo: /^(?=.*batches\0)(?=.*\$lt\0)(?=.*leaseToken\0)/s,
  },
  attempt: {
    sqlite: /^update "batches" set .*"attempts" = \?/,
    mongo: /^(?=.*batches\0)(?=.*[\x01\x10\x12]attempts\0)/s,
  },
};
