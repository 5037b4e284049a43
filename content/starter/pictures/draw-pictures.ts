import {
  amirRostad,
  ingridSolvang,
  oddnyNordli,
  samiraYildizHagen,
  torunnKleppe,
} from './portraits.ts';
import { printPicture } from './print-picture.ts';
import { handAndMachine, roundTable, talking } from './scenes/conversations.ts';
import { bagOfLetters, hospitalDesk, libraryDesk, selfCheckout } from './scenes/counters.ts';
import { closingTime, litWindows } from './scenes/facades.ts';
import { nameBadge, powerBill, queueTicket, strickenLetters } from './scenes/still-lifes.ts';
import { holdMusic, nightDesk, phoneQueue } from './scenes/telephones.ts';
import { ferryQuay, parcelOnSteps, umbrellas } from './scenes/weather.ts';

/** Every picture of the starter publication, by the name `pictures.yaml` and the articles use. */
const drawings: Record<string, () => string> = {
  brev: strickenLetters,
  chat: handAndMachine,
  fergekai: ferryQuay,
  kolapp: queueTicket,
  vinduer: litWindows,
  navneskilt: nameBadge,
  nattskift: nightDesk,
  paraplyer: umbrellas,
  'pakke-pa-trappa': parcelOnSteps,
  'portrett-amir-rostad': amirRostad,
  'portrett-ingrid-solvang': ingridSolvang,
  'portrett-oddny-nordli': oddnyNordli,
  'portrett-samira-yildiz-hagen': samiraYildizHagen,
  'portrett-torunn-kleppe': torunnKleppe,
  'pose-med-brev': bagOfLetters,
  'rundt-bordet': roundTable,
  samtale: talking,
  selvbetjening: selfCheckout,
  servicetorg: libraryDesk,
  stengetid: closingTime,
  stromregning: powerBill,
  sykehusresepsjon: hospitalDesk,
  telefonkoen: phoneQueue,
  ventemusikk: holdMusic,
};

export const pictureNames = Object.keys(drawings);

/**
 * A JPEG of 1800 × 1200 pixels (portraits 1200 × 1500), the same bytes on every run.
 * Throws for a name that is not drawn.
 */
export async function drawPicture(name: string): Promise<Buffer> {
  const draw = drawings[name];
  if (draw === undefined) throw new Error(`There is no starter picture named "${name}".`);
  return printPicture(draw());
}
