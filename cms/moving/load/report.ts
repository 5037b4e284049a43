/** What is counted, in the order it is told. */
export const counted = [
  ...['made', 'changed', 'same', 'editedHere', 'deletedHere', 'failed'],
  ...[
    'published',
    'drafts',
    'pages',
    'pictures',
    'files',
    'people',
    'temas',
    'series',
    'organisations',
    'redirects',
    'gone',
    'comments',
    'subscribers',
    'departed',
  ],
] as const;
export type Counted = (typeof counted)[number];

export const warnings = [
  ...[
    'failed',
    'unreadable',
    'leftover',
    'pictureMissing',
    'pictureRefused',
    'fileRefused',
    'altMissing',
    'creditMissing',
  ],
  ...[
    'leadMissing',
    'titleMissing',
    'dateMissing',
    'scheduled',
    'private',
    'protected',
    'page',
    'form',
    'embed',
    'struck',
    'comment',
  ],
  ...[
    'film',
    'searchText',
    'deadLink',
    'questions',
    'factBox',
    'ownership',
    'editedHere',
    'deletedHere',
    'subscriberRefused',
    'redirectRefused',
    'noMasthead',
    'takenOff',
    'otherType',
    'pictureDiffers',
  ],
] as const;
export type Warning = (typeof warnings)[number];

/** What a run did, or would do, and every place where something is lost or wants a person. */
export class Report {
  readonly counts = new Map<Counted, number>();
  readonly warnings = new Map<Warning, string[]>();

  count(what: Counted, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  warn(kind: Warning, place: string): void {
    const places = this.warnings.get(kind);
    if (places) places.push(place);
    else this.warnings.set(kind, [place]);
  }

  /** As it crosses a wire. */
  toJSON() {
    return { counts: Object.fromEntries(this.counts), warnings: Object.fromEntries(this.warnings) };
  }
}
