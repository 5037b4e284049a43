import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** The rooms: what may not be imported where. DESIGN: site and cms never know each other. */
const border = (files, forbidden, message) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }],
  },
});

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'data',
      '.build',
      '.astro',
      'cms/.next',
      'cms/payload-types.ts',
      'cms/migrations',
      'cms/app/(payload)/admin/importMap.js',
      'cms/next-env.d.ts',
      '**/fixtures/**',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-restricted-exports': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
    },
  },
  border(['site/**'], ['**/cms/**', '**/scripts/**'], 'site/ knows content/model only.'),
  border(['cms/**'], ['**/site/**', '**/scripts/**'], 'cms/ knows content/model only.'),
  border(
    ['cms/publish/**'],
    ['**/site/**', '**/scripts/**', '**/newsletter/**'],
    'publish/ does not know the newsletter.',
  ),
  border(
    ['cms/newsletter/**'],
    [
      '**/site/**',
      '**/scripts/**',
      '**/publish/**',
      '!**/publish/load-article.ts',
      '!**/publish/verify-live.ts',
    ],
    'newsletter/ knows of publish/ how an article is read, and whether it is live.',
  ),
  border(
    ['content/model/**'],
    ['**/site/**', '**/cms/**', '**/scripts/**', 'node:*', 'astro', 'payload', 'react'],
    'content/model is pure: zod only.',
  ),
  {
    // Declarations for a global namespace cannot have imports of their own.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Tests stand outside the rooms: they may start the other side for real.
    files: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
