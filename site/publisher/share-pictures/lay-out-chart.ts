import { scaleLinear } from 'd3-scale';
import type { ChartData } from '../../../content/model/blocks/chart-data.ts';
import { readNumber } from '../../../content/model/blocks/chart-data.ts';
import { typeset } from '../../../content/model/typography.ts';
import { figureText } from '../../src/blocks/chart/figure-text.ts';
import type { ShareChart } from '../../src/head/share-chart.ts';
import type { Ink } from './canvas.ts';

/** Marks as SVG, one drawing for each ink, and words beside them. Places in px, within `room`. */
export interface ChartLayout {
  marks: Record<'paper' | 'accent', string[]>;
  words: ChartWords[];
}

interface ChartWords {
  text: string;
  size: number;
  /** Where they begin, or end, or have their middle. */
  x: number;
  /** Their middle. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  ink: Ink;
  /** As wide as they may be, in px. */
  room: number;
  /** As high as they may be on several lines; else they stand on one. */
  lines?: number;
}

interface Room {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** As many series as can be told apart with two colours on a ground, each whole and at half. */
const inks = [
  ...([
    ['accent', 1],
    ['paper', 1],
  ] as const),
  ...([
    ['paper', 0.5],
    ['accent', 0.5],
  ] as const),
];
const inkOf = (series: number) => inks[series % inks.length] ?? (['paper', 1] as const);

/** A chart where it is shared: as the page draws it, in fewer words. */
export function layOutChart({ kind, unit, data }: ShareChart, room: Room): ChartLayout {
  const layout: ChartLayout = { marks: { paper: [], accent: [] }, words: [] };
  const isNamed = data.series.length > 1;
  if (isNamed) nameSeries(layout, data.series, room);
  const below = { ...room, ...(isNamed && { top: room.top + 48, height: room.height - 48 }) };
  ({ bars: layOutBars, lines: layOutLines, shares: layOutShares })[kind](layout, data, below, unit);
  return layout;
}

function nameSeries({ marks, words }: ChartLayout, series: readonly string[], room: Room): void {
  const each = room.width / series.length;
  series.forEach((name, at) => {
    const [ink, opacity] = inkOf(at);
    const x = room.left + at * each;
    marks[ink].push(rectangle({ x, y: room.top + 4, width: 20, height: 20 }, opacity));
    words.push({ ...left, text: typeset(name), x: x + 32, y: room.top + 14, room: each - 44 });
  });
}

const left = { size: 24, anchor: 'start', ink: 'paper' } as const;
/** Of a row, for what it is about. */
const labelWidth = 330;
const valueWidth = 130;

function layOutBars(layout: ChartLayout, { points }: ChartData, room: Room, unit: string): void {
  const all = points.flatMap(({ values }) => values);
  const from = room.left + labelWidth + 20;
  const place = scaleLinear(
    [Math.min(0, ...all), Math.max(0, ...all) || 1],
    [from, room.left + room.width - valueWidth],
  );
  rowsOf(points, room).forEach(({ label, values, y, height }) => {
    labelRow(layout, label, { left: room.left, y: y + height / 2, height });
    const thick = Math.min(40, (height - 10) / values.length - 4);
    values.forEach((value, at) => {
      const [ink, opacity] = inkOf(at);
      const middle = y + height / 2 + (at - (values.length - 1) / 2) * (thick + 4);
      const [start, end] = [place(Math.min(0, value)), place(Math.max(0, value))];
      const box = { x: start, y: middle - thick / 2, width: end - start, height: thick };
      layout.marks[ink].push(rectangle(box, opacity));
      const said = { text: figureText(value, unit), x: end + 12, y: middle, room: valueWidth - 16 };
      layout.words.push({ ...left, ...said });
    });
  });
}

function layOutShares(layout: ChartLayout, { points }: ChartData, room: Room, unit: string): void {
  const most = Math.max(
    ...points.map(({ values }) => values.reduce((sum, value) => sum + value, 0)),
  );
  const from = room.left + labelWidth + 20;
  const width = scaleLinear([0, most || 1], [0, room.width - labelWidth - 20]);
  rowsOf(points, room).forEach(({ label, values, y, height }) => {
    labelRow(layout, label, { left: room.left, y: y + height / 2, height });
    const thick = Math.min(64, height - 12);
    let x = from;
    values.forEach((value, at) => {
      const [ink, opacity] = inkOf(at);
      const box = { x, y: y + (height - thick) / 2, width: width(value), height: thick };
      layout.marks[ink].push(rectangle({ ...box, width: Math.max(0, box.width - 2) }, opacity));
      const said = { text: figureText(value, unit), x: x + box.width / 2, y: y + height / 2 };
      if (box.width > 70)
        layout.words.push({
          ...{ ...said, size: 24, room: box.width - 8, anchor: 'middle' },
          ink: opacity === 1 ? 'ground' : 'paper',
        });
      x += box.width;
    });
  });
}

function layOutLines(layout: ChartLayout, { points }: ChartData, room: Room, unit: string): void {
  const all = points.flatMap(({ values }) => values);
  const foot = 40;
  const up = scaleLinear(
    [Math.min(0, ...all), Math.max(0, ...all) || 1],
    [room.top + room.height - foot, room.top + 30],
  );
  const years = points.map(({ label }) => (/^\d{4}$/.test(label) ? readNumber(label) : undefined));
  const isRising = years.every((each, at) => each !== undefined && each > (years[at - 1] ?? -1));
  const steps = points.map((_, at) => (isRising ? (years[at] ?? at) : at));
  const along = scaleLinear(
    [steps[0] ?? 0, steps.at(-1) ?? 1],
    [room.left, room.left + room.width - valueWidth],
  );
  const nought = { x: room.left, y: up(0) - 1, width: room.width - valueWidth, height: 2 };
  layout.marks.paper.push(rectangle(nought, 0.5));
  (points[0]?.values ?? []).forEach((_, series) => {
    const [ink, opacity] = inkOf(series);
    const places = points.map(({ values }, at) => [
      along(steps[at] ?? at),
      up(values[series] ?? 0),
    ]);
    const path = places.map(([x = 0, y = 0]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
    layout.marks[ink].push(
      `<polyline points="${path}" fill="none" stroke="#fff" stroke-width="7" stroke-linejoin="round" stroke-opacity="${String(opacity)}"/>`,
    );
    const [x = 0, y = 0] = places.at(-1) ?? [];
    const last = points.at(-1)?.values[series] ?? 0;
    const said = { text: figureText(last, unit), x: x + 12, y, room: valueWidth - 16 };
    layout.words.push({ ...left, size: 28, ...said, ink });
  });
  for (const at of [0, points.length - 1]) {
    const [label = '', x] = [points[at]?.label, along(steps[at] ?? at)];
    const anchor = at === 0 ? 'start' : 'end';
    const said = { text: typeset(label), x, y: room.top + room.height - 14, room: 300 };
    layout.words.push({ ...left, ...said, anchor });
  }
}

const labelRow = (
  layout: ChartLayout,
  label: string,
  row: { left: number; y: number; height: number },
) => {
  const place = { x: row.left, y: row.y, room: labelWidth, lines: row.height - 8 };
  layout.words.push({ ...left, text: typeset(label), ...place });
};

/** Each point's row, none of them higher than reads well. */
function rowsOf(points: ChartData['points'], { top, height }: Room) {
  const each = Math.min(84, height / points.length);
  const first = top + (height - each * points.length) / 2;
  return points.map((point, at) => ({ ...point, y: first + at * each, height: each }));
}

const rectangle = (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  opacity: number,
) =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="#fff" fill-opacity="${String(opacity)}"/>`;
