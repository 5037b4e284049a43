/** What Publikasjonen and Forsiden say. */
export const text = {
  publication: {
    label: 'Publikasjonen',
    groups: {
      paper: { label: 'Avisen', help: 'Det leserne ser øverst på hver side, og i e-posten.' },
      answers: {
        label: 'Hvem som står bak',
        help: 'Står nederst på alle sider. Uten eier og ansvarlig redaktør kan ingenting publiseres.',
      },
      contact: { label: 'Kontakt', help: 'Slik når leserne redaksjonen.' },
    },
    name: 'Navn',
    tagline: 'Undertittel',
    owner: 'Eier',
    orgNumber: 'Organisasjonsnummer',
    responsibleEditor: 'Ansvarlig redaktør',
    address: 'Postadresse',
    email: 'E-post',
    phone: 'Telefon',
    socialLinks: 'Lenker til sosiale medier',
    notice: 'Merknad øverst på alle sider',
    noticeHelp: 'For eksempel at dette er en eksempelutgave. Tomt felt viser ingenting.',
  },
  frontPage: {
    label: 'Forsiden',
    lead: 'Hovedsak',
    picked: 'Utvalgte saker',
    help: 'Resten av forsiden fyller seg selv med det nyeste.',
  },
} as const;
