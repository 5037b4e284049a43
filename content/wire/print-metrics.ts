import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Something measured, in Prometheus's words; a value for each set of labels. None is something that nobody knows now. */
export interface Measured {
  /** Without its prefix `kundefront_`. */
  name: string;
  /** What it is, in one sentence. */
  help: string;
  values: readonly { value: number; labels?: Record<string, string> }[];
}

/** Next bundles routes apart: what a process tells of itself is gathered once. */
const shared = globalThis as typeof globalThis & { kundefrontProcess?: Registry }; // a key of our own

/** As Prometheus reads it. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/** What was measured, and what every Node process tells (memory, processor, event loop, garbage), in Prometheus's text format 0.0.4. */
export async function printMetrics(measured: readonly Measured[]): Promise<string> {
  if (shared.kundefrontProcess === undefined) {
    shared.kundefrontProcess = new Registry();
    collectDefaultMetrics({ register: shared.kundefrontProcess });
  }
  // Of its own for each answer: what is gone is told no more.
  const register = new Registry();
  for (const { name, help, values } of measured) {
    const labelNames = Object.keys(values[0]?.labels ?? {});
    const gauge = new Gauge({
      ...{ name: `kundefront_${name}`, help, labelNames },
      registers: [register],
    });
    for (const { labels = {}, value } of values) gauge.set(labels, value);
  }
  return `${await register.metrics()}\n${await shared.kundefrontProcess.metrics()}`;
}
