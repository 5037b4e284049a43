import { wideEnough } from './wide-enough.ts';

/** What pictures say. */
export const text = {
  fileFields: {
    filename: 'Filnavn',
    mimeType: 'Filtype',
    filesize: 'Størrelse (byte)',
    width: 'Bredde',
    height: 'Høyde',
  },
  singular: 'Bilde',
  plural: 'Bilder',
  alt: 'Alternativ tekst',
  altHelp: 'Hva bildet viser, for dem som ikke ser det. Ikke det samme som bildeteksten.',
  decorative: 'Bare pynt (trenger ingen alternativ tekst)',
  caption: 'Bildetekst',
  credit: 'Foto',
  creditHelp:
    'Fotograf eller byrå. Trykkes som «FOTO: …». Er det en tegning, skriv «Navn (illustrasjon)», «(tegning)» eller «(grafikk)».',
  creditUrl: 'Lenke til fotografen',
  creator: 'Fotograf',
  copyright: 'Opphavsrett',
  copyrightHelp: 'Står i bildefilene, ikke på siden. Leses fra filen hvis den sier det.',
  /** «Søk etter …». */
  searched: 'ord, fotograf, fil eller måned',
  city: 'Sted',
  takenOn: 'Tatt',
  rightsUntil: 'Rettighetene varer til',
  rightsUntilHelp:
    'Tomt felt: uten ende. Når tiden er ute, tas bildet av nettstedet av seg selv; sakene blir stående uten.',
  proposals: {
    title: 'Bildefilen sier',
    use: 'Bruk',
    useAll: 'Bruk alt',
    filled: (names: readonly string[]) =>
      `Fylt ut fra filen: ${names.map((name) => `«${name}»`).join(', ')}. Rett eller tøm det som ikke skal stå.`,
    replaced:
      'Bildet byttes når du lagrer, også i sakene det står i. Se om alternativ tekst, bildetekst, foto og rettigheter fortsatt stemmer.',
    narrow: (width: number) =>
      `Bildet er ${String(width)} piksler bredt. Under ${String(wideEnough)} blir det uskarpt når det vises stort. Bruk et større hvis du har det.`,
  },
  focus: {
    afterwards:
      'Nettleseren kan ikke vise dette formatet. Bildet vises, og utsnittene kan velges, når det er lagret.',
    title: 'Utsnitt',
    help: 'Dra punktet til det viktigste i bildet. Det er med i alle utsnitt.',
    crops: { wide: 'Bredt', square: 'Kvadrat', share: 'Ved deling', classic: 'I søkemotorer' },
    axes: { x: 'Bortover', y: 'Nedover' },
  },
  problems: {
    imageMoves:
      'Bildet beveger seg, og det kan ikke nettstedet vise. Lagre ett bilde av det, eller bruk film.',
    altMissing: 'Skriv hva bildet viser, eller kryss av for at det bare er pynt.',
    altIsFileName: 'Dette ser ut som et filnavn. Skriv hva bildet viser.',
    fileMissing: 'Velg en bildefil.',
    imageBroken:
      'Bildet kan ikke leses. Filen er ødelagt eller ikke et bilde. Prøv å lagre det på nytt.',
    imageFormat:
      'Bare JPEG, PNG, WebP, AVIF og HEIC kan lastes opp. Lagre bildet som JPEG og prøv igjen.',
    imageTooManyPixels: 'Bildet er for stort: høyst 50 megapiksler. Gjør det mindre og prøv igjen.',
    fileTooLarge: 'Filen er for stor: høyst 25 MB. Gjør bildet mindre og prøv igjen.',
  },
} as const;
