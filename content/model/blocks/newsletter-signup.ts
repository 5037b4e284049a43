import { z } from 'zod';
import { defineBox } from './define-box.ts';

export const newsletterSignup = defineBox({
  schema: z.strictObject({ type: z.literal('newsletterSignup') }),
  sample: { type: 'newsletterSignup' },
  plainText: () => '',
});
