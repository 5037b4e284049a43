/**
 * The Friday after next, two minutes after its digest is due: what is published while a test runs is before it, whatever
 * day it is.
 */
export function afterNextFriday(): Date {
  const friday = new Date();
  friday.setUTCDate(friday.getUTCDate() + ((5 - friday.getUTCDay() + 7) % 7) + 7);
  friday.setUTCHours(10, 2);
  return friday;
}
