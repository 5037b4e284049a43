/** The Norwegian words of this folder. */
export const text = {
  singular: 'Fil',
  plural: 'Filer',
  help: 'Film (MP4, WebM) og undertekster til den (VTT, SRT), lyd (MP3, M4A) og dokumenter (PDF), høyst 100 MB. Sted, kamera og andre spor tas bort. Av en PDF blir egenskapene stående: se over dem først.',
  title: 'Tittel',
  titleHelp: 'Hva det er, med få ord.',
  credit: 'Hvem har laget den',
  transcript: 'Teksten til lyden eller filmen',
  kind: 'Slag',
  kinds: { film: 'Film', sound: 'Lyd', document: 'Dokument', captions: 'Undertekster' },
  problems: {
    missing: 'Velg en fil.',
    unknown:
      'Filen er verken MP4, WebM, VTT, SRT, MP3, M4A eller PDF. Lagre den som en av dem, og last den opp på nytt.',
    broken:
      'Filen er ikke hel, eller det står ingenting i den. Lagre den på nytt, og last den opp igjen.',
    tooLarge: 'Filen er for stor: høyst 100 MB.',
    replaced: 'En fil kan ikke byttes ut. Last opp den nye som en egen fil, og velg den i saken.',
  },
} as const;
