/** Articles of the starter publication, by a short name for their slug. */
const articles = {
  åpent: 'apent-til-ni',
  chatbot: 'chatboten-fikk-lov-til-a-si-det-vet-jeg-ikke',
  paraply: 'den-som-laner-bort-en-paraply',
  ansikt: 'det-forste-folk-ser-etter-er-et-ansikt',
  passet: 'det-star-ikke-kunde-i-passet-mitt',
  brev: 'et-godt-brev-er-et-brev-ingen-ringer-om',
  natt: 'etter-klokka-to-er-det-ingen-som-ringer-for-moro-skyld',
  skjema: 'folk-kommer-ikke-med-et-skjema-de-kommer-med-et-problem',
  torsdag: 'hun-som-ringte-hver-torsdag',
  køen: 'koen-som-forsvant-da-noen-spurte-hvorfor-folk-ringte',
  lappen: 'lappen-med-nummer-47',
  indeks: 'medarbeiderindeksen-flere-trives-men-faerre-ser-for-seg-a-bli',
  musikk: 'musikk-mens-du-venter',
  pakkene: 'pakkene-kom-fram-beskjeden-gjorde-det-ikke',
  vardø: 'siste-kunde-for-stengetid',
  hjem: 'slik-henter-sma-kundesentre-telefonene-hjem',
  torget: 'tolv-kommuner-flyttet-servicetorget-inn-pa-biblioteket-na-spor-innbyggerne',
  agurk: 'ukjent-vare-i-bagasjeomradet',
  unnskyld: 'unnskyld-er-et-arbeid',
  været: 'vaeret-er-den-eneste-kunden-som-alltid-har-rett',
  ventetid: 'vi-malte-ventetiden-i-ti-ar-og-glemte-alt-det-andre',
} as const;
type Name = keyof typeof articles;

interface Search {
  query: string;
  /** Among the results, in any order. */
  finds?: Name[];
  /** Before all other results. */
  first?: Name;
  /** Lacks the word: not among the results. */
  not?: Name[];
  /** No result at all. */
  none?: true;
}

const searches: Search[] = [
  // Compounds are found by their parts, whole words by themselves.
  { query: 'indeks', finds: ['indeks', 'ventetid'], first: 'indeks', not: ['køen', 'lappen'] },
  { query: 'medarbeiderindeks', finds: ['indeks', 'ventetid'], first: 'indeks', not: ['køen'] },
  { query: 'senter', finds: ['køen', 'chatbot', 'hjem'], not: ['lappen', 'musikk', 'agurk'] },
  { query: 'kundesenter', finds: ['køen', 'hjem', 'ventetid'], not: ['lappen', 'musikk'] },
  { query: 'handel', finds: ['paraply', 'vardø'], not: ['lappen'] },
  { query: 'forbruk', finds: ['køen'], not: ['brev', 'lappen'] },
  { query: 'pris', finds: ['køen', 'unnskyld', 'været'], not: ['torsdag'] },
  { query: 'robot', finds: ['chatbot', 'natt'], not: ['køen'] },
  { query: 'chat', finds: ['chatbot'], not: ['køen', 'hjem'] },
  { query: 'grader', finds: ['torsdag'], not: ['musikk'] },
  { query: 'program', finds: ['paraply', 'indeks', 'hjem'], not: ['køen'] },
  { query: 'lojalitet', finds: ['paraply'], not: ['køen'] },
  { query: 'bank', finds: ['åpent', 'torget', 'agurk'], not: ['lappen'] },
  { query: 'lån', finds: ['åpent', 'torsdag', 'køen'], not: ['vardø'] },
  { query: 'boliglån', finds: ['åpent'], not: ['torsdag', 'køen'] },
  { query: 'kart', finds: ['natt'], not: ['chatbot', 'køen'] },
  { query: 'rom', finds: ['natt', 'åpent', 'unnskyld', 'torget'], not: ['pakkene'] },
  { query: 'torg', finds: ['torget', 'skjema'], not: ['køen'] },
  { query: 'skilt', finds: ['passet', 'ansikt'], not: ['køen'] },
  { query: 'maskin', finds: ['chatbot', 'paraply', 'hjem'], not: ['lappen'] },
  { query: 'tid', finds: ['åpent', 'køen', 'lappen', 'ventetid'] },
  { query: 'undersøkelse', finds: ['indeks'], not: ['køen', 'lappen'] },
  { query: 'taushet', finds: ['torget'], not: ['unnskyld'] },
  { query: 'varme', finds: ['køen'], not: ['passet'] },
  // Inflections find each other, the irregular ones too.
  { query: 'kundesentre', finds: ['køen', 'hjem', 'chatbot', 'indeks'], not: ['lappen'] },
  { query: 'sentre', finds: ['køen', 'indeks'], not: ['lappen'] },
  { query: 'bok', finds: ['paraply', 'musikk', 'torget', 'agurk'] },
  { query: 'bøker', finds: ['paraply', 'musikk', 'torget'], not: ['hjem'] },
  { query: 'boka', finds: ['paraply', 'musikk'], not: ['hjem'] },
  { query: 'fedre', finds: ['åpent'], not: ['pakkene'] },
  { query: 'mor', finds: ['åpent', 'køen', 'agurk'], not: ['chatbot'] },
  { query: 'natt', finds: ['natt', 'indeks', 'unnskyld'], not: ['køen'] },
  { query: 'kø', finds: ['køen', 'lappen', 'musikk', 'været'], not: ['brev'] },
  { query: 'køer', finds: ['køen', 'lappen', 'musikk', 'været'], not: ['brev'] },
  { query: 'netter', finds: ['natt', 'unnskyld'], not: ['køen'] },
  { query: 'mann', finds: ['lappen', 'køen', 'åpent'], not: ['hjem'] },
  { query: 'solgte', finds: ['ventetid', 'køen'], not: ['lappen'] },
  { query: 'selge', finds: ['ventetid', 'køen'], not: ['lappen'] },
  { query: 'strikke', finds: ['natt'], not: ['køen'] },
  { query: 'gråt', finds: ['torget'], not: ['køen'] },
  { query: 'skjemaer', finds: ['torget', 'skjema'], not: ['køen'] },
  { query: 'klage', finds: ['åpent', 'brev', 'pakkene'], not: ['musikk'] },
  { query: 'regninger', finds: ['køen', 'passet'], not: ['lappen'] },
  { query: 'farmasøyter', finds: ['lappen'], not: ['køen'] },
  { query: 'bibliotekar', finds: ['torsdag', 'torget'], not: ['lappen'] },
  { query: 'hender', finds: ['åpent', 'lappen', 'vardø'] },
  // Letters that a keyboard lacks.
  { query: 'koen', finds: ['køen', 'lappen', 'musikk'] },
  { query: 'koeen', finds: ['køen', 'lappen'] },
  { query: 'farmasoyt', finds: ['lappen'], not: ['køen'] },
  { query: 'farmasoeyt', finds: ['lappen'] },
  { query: 'tromso', finds: ['lappen'], not: ['køen'] },
  { query: 'roros', finds: ['torsdag'], not: ['lappen'] },
  { query: 'strom', finds: ['køen'], not: ['lappen'] },
  { query: 'stroem', finds: ['køen'] },
  { query: 'strm', finds: ['køen'] },
  { query: 'boliglaan', finds: ['åpent'] },
  { query: 'boliglan', finds: ['åpent'] },
  { query: 'vaeret', finds: ['været'] },
  { query: 'mossjoen', none: true },
  // Signs do not matter; several words all have to be there.
  { query: '«unnskyld»', finds: ['natt', 'unnskyld'], first: 'unnskyld', not: ['lappen'] },
  { query: 'kunde-senter', finds: ['køen', 'hjem'], not: ['lappen'] },
  { query: 'epost', finds: ['ventetid'], not: ['lappen'] },
  { query: 'e-poster', finds: ['ventetid'], not: ['lappen'] },
  { query: 'bank-ID', finds: ['torget'], not: ['åpent'] },
  { query: 'lang kø', finds: ['lappen', 'været'], not: ['brev'] },
  { query: 'regning strøm', finds: ['køen'], not: ['passet', 'hjem'] },
  { query: 'Samira Hagen', finds: ['ansikt'], not: ['lappen'] },
  { query: 'Torunn Kleppe', finds: ['paraply', 'lappen'], not: ['køen', 'brev'] },
  { query: 'vardø', finds: ['vardø'], not: ['lappen'] },
  { query: 'HAMAR', finds: ['musikk', 'pakkene'] },

  // Nouns in -er, in every form; strong verbs; what grows.
  { query: 'forskerne', finds: ['køen'], not: ['lappen', 'passet'] },
  { query: 'forskere', finds: ['køen'], not: ['lappen', 'passet'] },
  { query: 'lederne', finds: ['åpent', 'hjem', 'indeks', 'køen'], not: ['lappen', 'musikk'] },
  { query: 'selgere', finds: ['køen'], not: ['lappen', 'passet'] },
  { query: 'rådgiverne', finds: ['åpent', 'chatbot'], not: ['lappen', 'passet'] },
  { query: 'raadgivere', finds: ['åpent', 'chatbot'], not: ['lappen', 'passet'] },
  { query: 'veilederne', finds: ['torget', 'skjema'], not: ['lappen', 'køen'] },
  { query: 'innbyggerne', finds: ['torget', 'passet'], not: ['lappen', 'køen'] },
  { query: 'stå', finds: ['lappen', 'brev', 'musikk', 'køen'] },
  { query: 'større', finds: ['pakkene', 'skjema', 'køen'], not: ['lappen', 'brev'] },
  { query: 'stor', finds: ['pakkene', 'skjema', 'indeks'], not: ['lappen', 'brev'] },
  { query: 'nær', finds: ['natt'], not: ['lappen', 'brev'] },
  { query: 'øre', finds: ['lappen', 'passet', 'natt'], not: ['brev', 'køen'] },

  // Another word, whatever a stemmer says.
  { query: 'vare', finds: ['agurk', 'vardø', 'åpent'], not: ['lappen', 'brev', 'indeks', 'køen'] },
  { query: 'bar', finds: ['paraply', 'passet'], not: ['lappen', 'brev', 'indeks'] },
  { query: 'far', not: ['lappen', 'brev', 'musikk', 'unnskyld', 'køen'] },
  { query: 'ås', none: true },
  { query: 'e post', finds: ['ventetid'], not: ['lappen'] },
  // As it is printed: signs, phrases, the number of a part, a year, other alphabets' letters.
  { query: '#48', finds: ['vardø'], first: 'vardø', not: ['lappen'] },
  { query: 'nr. 41', finds: ['lappen'], not: ['vardø'] },
  { query: '#48 | VARDØ', finds: ['vardø'], not: ['lappen'] },
  { query: '«det vet jeg ikke»', finds: ['chatbot'], not: ['lappen'] },
  { query: '"ikke jeg vet det"', none: true },
  { query: 'Vardö', finds: ['vardø'], not: ['lappen'] },
  { query: 'var\u00addø', finds: ['vardø'] },
  { query: 'TROMSO\u0308', finds: ['lappen'] },
  { query: '09–17', finds: ['vardø'], not: ['lappen'] },
  { query: '09-17', finds: ['vardø'] },
  { query: '2023–2025', finds: ['torget'], not: ['lappen'] },
  { query: 'Klarlinje', finds: ['hjem'], not: ['lappen'] },
  { query: 'annonsørinnhold', finds: ['hjem'], not: ['køen'] },
  // What no text has is not found.
  { query: 'sykefravær', none: true },
  { query: 'romferge', none: true },
  { query: 'kunde romferge', none: true },
  { query: 'kunstgress', none: true },
  { query: 'xyzzy', none: true },
  { query: 'bærekraft', none: true },
];

/** Queries with what they have to find and must not find, as addresses. */
export const goldenSearches = searches.map(({ query, finds = [], first, not = [], none }) => ({
  query,
  finds: finds.map((name) => `/saker/${articles[name]}/`),
  first: first === undefined ? null : `/saker/${articles[first]}/`,
  not: not.map((name) => `/saker/${articles[name]}/`),
  none: none === true,
}));
