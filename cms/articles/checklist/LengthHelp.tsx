'use client';
import { useFormFields } from '@payloadcms/ui';
import { text } from '../../text.ts';
import { fits } from './fits.ts';

const words = text.articles;

/** Below a title or an ingress, while it is written: how long it is, and where not all of it is seen. */
export function LengthHelp({ path, help }: { path: 'title' | 'lead'; help: string }) {
  const value = useFormFields(([fields]) => fields[path]?.value);
  const { length, cut } = fits(path, typeof value === 'string' ? value : '');
  const places = cut.map((place) => words.places[place]);
  return (
    <p className="field-description length-help" data-cut={places.length > 0}>
      {length === 0 ? help : words.length(length, places)}
    </p>
  );
}
