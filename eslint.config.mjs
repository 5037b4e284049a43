import boundaries from 'eslint-plugin-boundaries';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { rooms } from './eslint.rooms.mjs';

/** Addresses of the site and its folders are written once; whoever needs one asks `content/model/urls.ts`. */
const publicPath = String.raw`/(^|[\s"'/])(saker|bilder|deling|pagefind|tema|serier|skribenter|arkiv|nyhetsbrev|_preview|_publisher)\u002F/`;
const askUrls = 'Addresses of the site are written in content/model/urls.ts only.';
const noPublicPaths = [
  { selector: `Literal[value=${publicPath}]`, message: askUrls },
  { selector: `TemplateElement[value.raw=${publicPath}]`, message: askUrls },
];

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
  {
    // Tests stand outside the rooms: they may start the other side for real.
    files: ['{cms,content,scripts,site}/**/*.{ts,tsx,mjs,astro}'],
    ignores: ['**/*.test.ts', '**/testing/**', '**/*.d.ts', '**/*.astro/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/files': Object.keys(rooms).map((room) => ({
        category: room,
        pattern: `${room}/*.*`,
      })),
      'import/resolver': {
        node: { extensions: ['.ts', '.tsx', '.mjs', '.astro', '.css', '.json'] },
      },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(rooms).map(([room, known]) => ({
            from: { file: { categories: room } },
            allow: { to: { file: { categories: { anyOf: [room, ...known] } } } },
          })),
        },
      ],
    },
  },
  {
    files: ['content/model/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'astro', 'payload', 'react'],
              message: 'The model is pure: zod only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,astro}'],
    ignores: [
      '**/*.test.ts',
      '**/testing/**',
      'scripts/e2e/**',
      '**/text.ts',
      'content/model/urls.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...noPublicPaths],
    },
  },
  {
    files: ['cms/newsletter/**'],
    ignores: ['cms/newsletter/store/**', '**/*.test.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...noPublicPaths,
        {
          selector: `MemberExpression[object.property.name='payload'] > Identifier[name='db'], MemberExpression[object.name='payload'] > Identifier[name='db']`,
          message: 'Queries of the newsletter are functions of cms/newsletter/store.',
        },
      ],
    },
  },
  {
    // Declarations for a global namespace cannot have imports of their own.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
);
