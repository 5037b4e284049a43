import { expect, it } from 'vitest';
import { anArticle, anOrganisation, aPublication } from '../testing/make-documents.ts';
import { disclosuresOf } from './disclosures.ts';

const organisations = [
  anOrganisation({ id: 'eier', interest: 'owner', disclosure: 'Eier AS eier avisen.' }),
  anOrganisation({ id: 'sponsor', name: 'Spons AS', interest: 'sponsor', disclosure: '' }),
  anOrganisation({ id: 'ingen', interest: 'none', disclosure: 'Skal ikke vises.' }),
];
const sources = {
  organisation: (id: string) => organisations.find((organisation) => organisation.id === id),
  publication: () => aPublication({ name: 'Avisen' }),
};
const factBox = { type: 'factBox' as const, title: 'Fakta', content: [] };
const interviewee = { name: 'Kari', role: 'sjef' };

it('says it once, however often an organisation occurs', () => {
  const article = anArticle({
    organisations: ['eier'],
    interviewees: [{ ...interviewee, organisation: 'eier' }],
    body: [{ ...factBox, organisation: 'eier' }],
  });
  expect(disclosuresOf(article, sources)).toEqual(['Eier AS eier avisen.']);
});

it('finds organisations that are only interviewed, or only in a fact box', () => {
  const interviewed = anArticle({ interviewees: [{ ...interviewee, organisation: 'eier' }] });
  const explained = anArticle({ body: [{ ...factBox, organisation: 'eier' }] });
  expect(disclosuresOf(interviewed, sources)).toHaveLength(1);
  expect(disclosuresOf(explained, sources)).toHaveLength(1);
});

it('has a sentence of its own when the newsroom wrote none', () => {
  const [sentence] = disclosuresOf(anArticle({ organisations: ['sponsor'] }), sources);
  expect(sentence).toContain('Spons AS');
  expect(sentence).toContain('Avisen');
});

it('says nothing of organisations without an interest, or that are not known', () => {
  expect(disclosuresOf(anArticle({ organisations: ['ingen', 'borte'] }), sources)).toEqual([]);
});
