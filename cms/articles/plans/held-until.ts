/** When a plan is due that is held until somebody releases it: never (ISO 8601). */
export const heldUntil = '9999-01-01T00:00:00.000Z';
