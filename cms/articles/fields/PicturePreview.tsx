'use client';

import { useFormFields } from '@payloadcms/ui';
import { z } from 'zod';
import { text } from '../text.ts';
import { useDocument } from './use-document.ts';

const words = text.picture;
const file = z.object({ url: z.string().nullish() }).nullish();
const pictureSchema = z.object({
  url: z.string().nullish(),
  sizes: z.object({ full960webp: file }).nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
  alt: z.string().nullish(),
  decorative: z.boolean().nullish(),
  caption: z.string().nullish(),
  credit: z.string().nullish(),
});

/** A picture as the page shows it, with what it says when the article says nothing of its own. `from` is the field that names it. */
export function PicturePreview({ from }: { from: string }) {
  const picture = useDocument(from, 'media', pictureSchema);
  const own = useFormFields(([fields]) => ({
    caption: fields['caption']?.value,
    credit: fields['credit']?.value,
  }));
  if (picture === undefined) return null;
  const alt = picture.decorative ? words.decorative : (picture.alt ?? '');
  const inherited = [
    ...(own.caption ? [] : [picture.caption]),
    ...(own.credit || !picture.credit ? [] : [words.credit(picture.credit)]),
  ].filter(Boolean);
  return (
    <figure className="written-picture">
      <img
        src={picture.sizes?.full960webp?.url ?? picture.url ?? ''}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
        alt={picture.alt ?? ''}
      />
      <figcaption>
        {inherited.length > 0 && <p>{inherited.join(' ')}</p>}
        <p className="written-picture__alt">{alt === '' ? words.noAlt : words.alt(alt)}</p>
      </figcaption>
    </figure>
  );
}
