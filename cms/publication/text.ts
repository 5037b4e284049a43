/** What Publikasjonen and Forsiden say. */
export const text = {
  publication: {
    label: 'Publikasjonen',
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
