/** The newsroom's clock, and its readers' (IANA time zone database). */
export const timeZone = 'Europe/Oslo';
