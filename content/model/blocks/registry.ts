// Written by `npm run generate`.
import { articleLink } from './article-link.ts';
import { callToAction } from './call-to-action.ts';
import { chart } from './chart.ts';
import { document } from './document.ts';
import { factBox } from './fact-box.ts';
import { film } from './film.ts';
import { gallery } from './gallery.ts';
import { image } from './image.ts';
import { newsletterSignup } from './newsletter-signup.ts';
import { pullQuote } from './pull-quote.ts';
import { questionAnswer } from './question-answer.ts';
import { sound } from './sound.ts';
import { table } from './table.ts';
import { timeline } from './timeline.ts';

export const boxes = {
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
} as const;
