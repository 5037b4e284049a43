/**
 * What a subscriber agrees to, word for word. The sign-up form prints it and the consent record keeps
 * it with its version (GDPR article 7 no. 1), so: new words, new version.
 */
export const newsletterConsent = {
  version: '2026-11',
  wording:
    'Få en e-post når vi publiserer en ny sak. Du kan melde deg av når som helst med lenken nederst i hver e-post.',
} as const;
