// Written by `npm run generate`.
import { articleLink } from './article-link.ts';
import { factBox } from './fact-box.ts';
import { image } from './image.ts';
import { newsletterSignup } from './newsletter-signup.ts';
import { pullQuote } from './pull-quote.ts';
import { questionAnswer } from './question-answer.ts';

export const boxes = {
  articleLink,
  factBox,
  image,
  newsletterSignup,
  pullQuote,
  questionAnswer,
} as const;
