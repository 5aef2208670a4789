// Takes the pictures of the README and the guides from the stories. Needs dist-storybook/ (npm run build:storybook).
//
//   npm run docs:pictures [-- name …]    only these; see scripts/pictures/list.ts
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArgs, chromiumPath } from '../test/support/chromium.ts';
import { pictures } from './pictures/list.ts';
import { beside, takeStory } from './pictures/take.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = path.join(root, 'docs/images');
/** In bytes: a guide is read on phones, too. */
const MOST = 60_000;

if (!existsSync(path.join(root, 'dist-storybook/index.json'))) {
  console.error('pictures: there are no stories to take them of. Run: npm run build:storybook');
  process.exit(1);
}
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in pictures));
if (unknown.length > 0) {
  console.error(`pictures: there is no ${unknown.join(', ')}. There are: ${Object.keys(pictures).join(', ')}`);
  process.exit(2);
}

const server = await preview({
  root,
  configFile: false,
  logLevel: 'error',
  build: { outDir: 'dist-storybook' },
  preview: { host: '127.0.0.1', port: 0 },
});
const stories = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs });
mkdirSync(images, { recursive: true });
try {
  for (const [name, picture] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const shots = [];
    for (const shot of Array.isArray(picture) ? picture : [picture]) {
      shots.push(await takeStory(browser, stories, shot));
    }
    const { bytes, quality } = await beside(browser, shots, MOST);
    writeFileSync(path.join(images, `${name}.webp`), bytes);
    console.log(`${name}.webp  ${(bytes.length / 1000).toFixed(1)} kB, quality ${quality}`);
  }
} finally {
  await browser.close();
  await server.close();
}
