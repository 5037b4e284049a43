'use client';
import { FieldDiffLabel } from '@payloadcms/ui';
import type { FieldDiffClientProps } from 'payload';
import { partsOfBody } from '../../mapping/article-as-text.ts';
import { text } from '../text.ts';
import { SideBySide } from '../../shared/SideBySide.tsx';

const words = text.tick;

/** What changed in a text from one version to another, in the words themselves. */
export function BodyDiff({ comparisonValue, versionValue, field }: FieldDiffClientProps) {
  return (
    <Labelled field={field}>
      <SideBySide before={partsOfBody(comparisonValue)} after={partsOfBody(versionValue)} />
    </Labelled>
  );
}

/** The same for a list of words, such as tags. */
export function WordsDiff({ comparisonValue, versionValue, field }: FieldDiffClientProps) {
  return (
    <Labelled field={field}>
      <SideBySide before={[joined(comparisonValue)]} after={[joined(versionValue)]} />
    </Labelled>
  );
}

/** A box that is ticked, or not. */
export function TickDiff({ comparisonValue, versionValue, field }: FieldDiffClientProps) {
  const said = (value: unknown) => (value === true ? words.yes : words.no);
  return (
    <Labelled field={field}>
      <SideBySide before={[said(comparisonValue)]} after={[said(versionValue)]} />
    </Labelled>
  );
}

/** Of what is kept for the system alone. */
export const NoDiff = () => null;

function Labelled({
  field,
  children,
}: Pick<FieldDiffClientProps, 'field'> & { children: React.ReactNode }) {
  const label = 'label' in field && typeof field.label === 'string' ? field.label : '';
  return (
    <div className="field-diff">
      <FieldDiffLabel>{label}</FieldDiffLabel>
      {children}
    </div>
  );
}

const joined = (value: unknown) => (Array.isArray(value) ? value.map(String).join(', ') : '');
