import type { Payload, Where } from 'payload';
import { findPlans } from '../articles/plans/plans.ts';
import type { Role } from '../access.ts';
import {
  readReference,
  readText,
  readTime,
  type PayloadDocument,
} from '../mapping/read-document.ts';
import { text as articlesText } from '../articles/text.ts';
import { findDrafts, findNewest, findOut, whoHas } from './article-rows.ts';
import { clockOf, dayOf, daysAfter } from './norwegian-day.ts';
import { text } from './text.ts';

import type { WeekItem, WeekView } from './week-view.ts';

const mostUndated = 30;

/** What is out, planned and due in the week from `monday`, as somebody of this role may change it. */
export async function readWeek(
  payload: Payload,
  { monday, role, now }: { monday: string; role: Role; now: Date },
): Promise<WeekView> {
  const today = dayOf(now);
  const [out, drafts, plans] = await Promise.all([
    findOut(payload, { where: around(monday) }),
    findDrafts(payload),
    findPlans(payload),
  ]);
  const titles = new Map(
    (
      await findNewest(
        payload,
        plans.map(({ article }) => article),
      )
    ).map((row) => [idOf(row), row]),
  );
  const planned = plans
    .filter(({ failure }) => failure === null)
    .flatMap((plan): Dated[] => {
      const row = titles.get(plan.article);
      if (row === undefined) return [];
      const rest = { plan: plan.id, isMovable: role !== 'writer', clock: clockOf(plan.at) };
      return [{ day: dayOf(plan.at), item: { ...itemOf(row, plan.type), ...rest } }];
    });
  const isPlanned = new Set(planned.map(({ item }) => item.id));
  const writing = drafts
    .filter((row) => !isPlanned.has(idOf(row)))
    .map((row): { day: string | undefined; item: WeekItem } => {
      const due = readTime(row['deadline']);
      const day = due === null ? undefined : dayOf(due);
      const isLate = day !== undefined && day < today;
      return {
        day,
        item: {
          ...itemOf(row, 'draft'),
          ...{ stage: stageOf(row), isLate, isMovable: true },
          clock: due === null ? '' : clockOf(due),
        },
      };
    });
  const dated: Dated[] = [
    ...out.map((row) => ({
      day: dayOf(readText(row['publishedAt'])),
      item: { ...itemOf(row, 'out'), clock: clockOf(readText(row['publishedAt'])) },
    })),
    ...planned,
    ...writing.flatMap(({ day, item }) => (day === undefined ? [] : [{ day, item }])),
  ];
  return {
    today,
    days: Array.from({ length: 7 }, (_, n) => {
      const day = daysAfter(monday, n);
      const items = dated.filter((each) => each.day === day).map(({ item }) => item);
      return { day, items: items.sort((a, b) => a.clock.localeCompare(b.clock)) };
    }),
    undated: writing
      .flatMap(({ day, item }) => (day === undefined ? [item] : []))
      .slice(0, mostUndated),
  };
}

interface Dated {
  day: string;
  item: WeekItem;
}

/** A day more on either side: the days are Norway's, the times are not. */
const around = (monday: string): Where[] => [
  { publishedAt: { greater_than: `${daysAfter(monday, -1)}T00:00:00.000Z` } },
  { publishedAt: { less_than: `${daysAfter(monday, 8)}T00:00:00.000Z` } },
];

const itemOf = (row: PayloadDocument, kind: WeekItem['kind']): WeekItem => ({
  id: idOf(row),
  title: readText(row['title']) || text.untitled,
  who: whoHas(row),
  kind,
  ...{ plan: null, clock: '', stage: '', isLate: false, isMovable: false },
});

function stageOf(row: PayloadDocument): string {
  const stages: Record<string, string> = articlesText.stages;
  return stages[readText(row['stage'])] ?? articlesText.stages.writing;
}

const idOf = (row: PayloadDocument) => readReference(row) ?? '';
