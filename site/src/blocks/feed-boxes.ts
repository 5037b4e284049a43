// Written by `npm run generate`.
import { articleLink } from './article-link/feed.ts';
import { callToAction } from './call-to-action/feed.ts';
import { chart } from './chart/feed.ts';
import { document } from './document/feed.ts';
import { factBox } from './fact-box/feed.ts';
import { film } from './film/feed.ts';
import { gallery } from './gallery/feed.ts';
import { image } from './image/feed.ts';
import { newsletterSignup } from './newsletter-signup/feed.ts';
import { pullQuote } from './pull-quote/feed.ts';
import { questionAnswer } from './question-answer/feed.ts';
import { sound } from './sound/feed.ts';
import { table } from './table/feed.ts';
import { timeline } from './timeline/feed.ts';
import type { FeedBoxes } from './feed-box.ts';

export const feedBoxes: FeedBoxes = {
  articleLink,
  callToAction,
  chart,
  document,
  factBox,
  film,
  gallery,
  image,
  newsletterSignup,
  pullQuote,
  questionAnswer,
  sound,
  table,
  timeline,
};
