import {
  readChart,
  type ChartKind,
  type ChartProblem,
} from '../../../content/model/blocks/chart-data.ts';
import { readOptionalText, readText } from '../../mapping/read-document.ts';
import { preview } from './preview.ts';
import { readRows } from '../rows/read-rows.ts';
import { rowsField } from '../rows/rows-field.ts';
import type { CmsBox } from './cms-box.ts';

const kinds: Record<ChartKind, string> = {
  bars: 'Søyler',
  lines: 'Linjer',
  shares: 'Andeler av en helhet',
};
const kindOf = (value: unknown): ChartKind =>
  value === 'lines' || value === 'shares' ? value : 'bars';

const problems: Record<ChartProblem['problem'], (found: ChartProblem) => string> = {
  empty: () => 'Første kolonne sier hva tallene gjelder, og ved siden av den må det stå tall.',
  few: () => 'En linje trenger minst to punkter. Velg søyler, eller legg til flere rader.',
  notNumber: ({ at }) => `«${at}» er ikke et tall. Skriv det som 12,5, eller ta raden bort.`,
  tooManySeries: ({ at }) =>
    `Høyst ${at} kolonner med tall kan skilles fra hverandre. Del figuren.`,
  tooMany: ({ at }) => `Høyst ${at} rader kan leses i en slik figur. Vis dem i en tabell i stedet.`,
  negative: ({ at }) =>
    `«${at}» har et tall under null, og det kan ikke være en andel. Velg søyler.`,
  tooMuch: ({ at, sum = 0 }) =>
    `Andelene i «${at}» blir ${String(Math.round(sum * 10) / 10).replace('.', ',')} % til sammen. Andeler av en helhet blir høyst 100. Kunne folk velge flere svar, velg søyler.`,
};

/** Figures from a table, drawn where the page is rendered; its axis always begins at nought. */
export const chart: CmsBox<'chart'> = {
  labels: { singular: 'Figur', plural: 'Figurer' },
  position: 8,
  fields: () => [
    { name: 'title', type: 'text', label: 'Hva figuren viser', required: true },
    {
      name: 'kind',
      type: 'select',
      label: 'Tegnes som',
      required: true,
      defaultValue: 'bars',
      options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
    },
    preview('TablePreview', 'rows'),
    rowsField('Tall', (rows, { kind, unit }) => {
      const found = readChart(rows, kindOf(kind), readText(unit));
      return 'problem' in found ? problems[found.problem](found) : undefined;
    }),
    {
      name: 'unit',
      type: 'text',
      label: 'Enhet',
      admin: { description: 'For eksempel %, kr, minutter. Stå tomt når tallene er antall.' },
    },
    { name: 'source', type: 'text', label: 'Kilde', required: true },
    {
      name: 'note',
      type: 'text',
      label: 'Forbehold',
      admin: { description: 'For eksempel hvor mange som er spurt, når og hvordan.' },
    },
  ],
  toModel: (fields) => {
    const rows = readRows(fields['rows']);
    const kind = kindOf(fields['kind']);
    const title = readText(fields['title']);
    const unit = readOptionalText(fields['unit']);
    const note = readOptionalText(fields['note']);
    if (title === '' || 'problem' in readChart(rows, kind, unit)) return null;
    return {
      ...{ type: 'chart', kind, title, rows, source: readText(fields['source']) },
      ...(unit && { unit }),
      ...(note && { note }),
    };
  },
};
