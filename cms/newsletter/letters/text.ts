/** The words of the mails, in bokmål. */
export const mailText = {
  kinds: { news: 'Nyhet', interview: 'Intervju', post: 'Blogg' },
  readArticle: 'Les saken',
  readHere: 'Les saken her:',
  sponsored: (sponsor: string) => `Annonsørinnhold fra ${sponsor}`,
  sponsoredUnnamed: 'Annonsørinnhold',
  advert: (sponsor: string) => `Annonse fra ${sponsor}`,
  advertUnnamed: 'Annonse',
  subjectMark: { sponsored: 'Annonsørinnhold: ', advert: 'Annonse: ' },
  why: (publication: string) =>
    `Du får denne e-posten fordi du har meldt deg på nyhetsbrevet fra ${publication} og bekreftet adressen din.`,
  digest: {
    subject: (first: string, others: number) =>
      others === 0
        ? first
        : `${first} – og ${String(others)} ${others === 1 ? 'sak' : 'saker'} til`,
    more: (count: number) => `Og ${String(count)} saker til på nettstedet`,
  },
  correction: {
    kicker: 'Rettelse',
    subject: (title: string) => `Rettelse: ${title}`,
    lead: 'Vi sendte deg denne saken. Noe i den var feil, og det har vi rettet:',
    read: 'Les saken slik den er nå',
    readHere: 'Les saken slik den er nå:',
    why: (publication: string) =>
      `Du får denne e-posten fordi du fikk saken fra ${publication} på e-post.`,
  },
  unsubscribe: 'Meld deg av',
  preferences: 'Endre hva du får',
  unsubscribeHere: 'Meld deg av:',
  preferencesHere: 'Endre hva du får:',
  editor: (name: string) => `Ansvarlig redaktør: ${name}`,
  confirm: {
    subject: (publication: string) => `Bekreft at du vil ha nyhetsbrevet fra ${publication}`,
    preheader: 'Ett trykk, så er du med.',
    title: 'Er det deg?',
    lead: (publication: string) =>
      `Noen, forhåpentligvis du, har bedt om nyhetsbrevet fra ${publication} til denne adressen.`,
    what: 'Bekreft, så får du en e-post når vi publiserer en ny sak. Du kan melde deg av når som helst.',
    button: 'Bekreft abonnementet',
    here: 'Bekreft abonnementet her:',
    ignore:
      'Var det ikke deg, trenger du ikke gjøre noe. Lenken slutter å virke etter sju dager, og da sletter vi adressen.',
  },
} as const;
