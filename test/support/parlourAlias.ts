const src = new URL('../../src', import.meta.url).pathname;
const server = new URL('../../server/src', import.meta.url).pathname;

/** The library under its own name, as guides and recipes have it. */
export const parlourAlias = [
  { find: /^parlour$/, replacement: `${src}/index.ts` },
  { find: /^parlour\/locales\/([\w-]+)$/, replacement: `${src}/i18n/locales/$1.ts` },
  { find: /^parlour\/api\/client$/, replacement: `${src}/api/client/index.ts` },
  { find: /^parlour\/panels$/, replacement: `${src}/components/panels.ts` },
  { find: /^parlour-server\/proxy$/, replacement: `${server}/proxy/index.ts` },
  { find: /^parlour\/(\w+)$/, replacement: `${src}/$1/index.ts` },
];
