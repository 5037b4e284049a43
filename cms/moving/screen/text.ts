import type { Job } from './moving-job.ts';

/** The Norwegian words of this folder. */
export const text = {
  title: 'Flytt inn',
  nav: 'Flytt inn',
  adminsOnly: 'Bare administratorer kan flytte inn et arkiv.',
  explained:
    'Ta med hele arkivet fra WordPress (WXR), Ghost, Substack, Medium, Squarespace eller Markdown. Vi ser først over det og sier hva som blir til hva. Ingenting publiseres, og ingen får e-post, før du sier fra.',
  formats:
    'Velg eksportfilen, og bildene ved siden av den som zip (mappen wp-content/uploads). Flere filer kan velges på en gang. Til sammen høyst 100 MB; større arkiver tas inn med npm run import.',
  files: 'Filer',
  look: 'Se over',
  noFile: 'Velg en fil først.',
  tooBig:
    'Filene er til sammen større enn 100 MB, eller kom ikke helt frem. Prøv igjen, del dem, eller bruk npm run import på maskinen.',
  unreadable: 'Valgene kom ikke helt frem. Gå tilbake, og prøv igjen.',
  nothing:
    'Fant ikke noe arkiv som vi kjenner i filene. Er det eksportfilen du valgte, og ikke bare bildene?',
  states: {
    looking: 'Ser over …',
    looked: 'Dette ville skje',
    running: 'Flytter inn …',
    paused:
      'Stanset på vei. Det som er gjort, er gjort; trykk «Fortsett», så går det videre derfra.',
    done: 'Ferdig. Dette er gjort',
    failed: 'Det stanset',
  } satisfies Record<Job['state'], string>,
  progress: (done: number, total: number) => `${String(done)} av ${String(total)} innlegg`,
  refreshed: 'Siden ser etter selv hvert annet sekund.',
  mapping: 'Hva blir til hva?',
  mappingHelp: 'Endre det som ikke stemmer, og se over en gang til. Ingenting er skrevet ennå.',
  category: 'Kategori',
  author: 'Byline',
  authorHelp: 'Står feltet tomt, blir den ingen byline.',
  becomes: (name: string) => `«${name}» blir`,
  called: (name: string) => `«${name}» heter her`,
  targets: {
    drop: 'ingenting',
    series: 'serien',
    news: 'nyhet',
    interview: 'intervju',
    post: 'blogginnlegg',
    tema: 'tema',
    tag: 'stikkord',
  },
  series: 'Serien for titler som «#48 | BERGEN»',
  kind: 'Resten blir',
  questions: 'Gjør spørsmål og svar om til bokser',
  again: 'Se over en gang til',
  start: 'Flytt inn',
  resume: 'Fortsett',
  pause: 'Stans foreløpig',
  forget: 'Glem arkivet',
  forgetHelp: 'Filene slettes herfra. Sakene som er flyttet inn, blir.',
  moreOf: (count: number) => `… og ${String(count)} til`,
  toArticles: 'Se sakene',
} as const;
