import type { PayloadHandler } from 'payload';
import { json, notFound, pathParameter, unauthorized } from '../../../shared/http.ts';
import { countChoices, type Choice } from '../../store/counts.ts';
import { readSeries } from '../../store/series.ts';
import type { Followers } from './followers.ts';

/** `GET /api/newsletter/followers/<seriesId>`: `Followers`, for the newsroom. */
export const getFollowers: PayloadHandler = async (req) => {
  if (!req.user) return unauthorized();
  const { all, current } = await readSeries(req.payload);
  const wanted = all.find(({ id }) => id === pathParameter(req, 'seriesId'));
  if (!wanted) return notFound();
  const slugsOf = ({ series }: Choice) => new Set(series.flatMap((slug) => current(slug) ?? []));
  const following = (await countChoices(req.payload)).filter((each) =>
    slugsOf(each).has(wanted.slug),
  );
  const sum = (choices: Choice[]) => choices.reduce((all, { count }) => all + count, 0);
  return json({
    followers: sum(following),
    onlyThis: sum(following.filter((each) => slugsOf(each).size === 1)),
  } satisfies Followers);
};
