import type { BoxOf } from '../../../content/model/blocks/blocks.ts';
import {
  readChart,
  type ChartData,
  type ChartKind,
} from '../../../content/model/blocks/chart-data.ts';

/** A chart that stands for its article where that is shared. */
export interface ShareChart {
  kind: ChartKind;
  unit: string;
  data: ChartData;
}

/** As much as can be read in a picture that is seen small. */
const most: Record<ChartKind, { points: number; series: number }> = {
  bars: { points: 7, series: 2 },
  lines: { points: 60, series: 3 },
  shares: { points: 4, series: 4 },
};

/** Undefined for one with more in it than can be read there: part of the figures would be another story. */
export function shareChart(block: BoxOf<'chart'> | undefined): ShareChart | undefined {
  if (block === undefined) return undefined;
  const { kind, rows, unit = '' } = block;
  const data = readChart(rows, kind, unit);
  if ('problem' in data) return undefined;
  const series = Math.max(...data.points.map(({ values }) => values.length));
  const fits = data.points.length <= most[kind].points && series <= most[kind].series;
  return fits ? { kind, unit, data } : undefined;
}
