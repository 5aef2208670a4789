/** When it is in the pictures: some minutes after the sessions of the stories began. */
const NOW = new Date('2027-03-01T10:24:00Z');
/** Pixels between pictures that stand side by side. */
const BETWEEN = 16;

/** Opens a story as it stands in Storybook, alone in the window, and takes a picture once it has come to rest. */
export async function takeStory(browser, stories, { story, width, height, colorScheme = 'light' }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await page.goto(`${stories}iframe.html?id=${story}&viewMode=story&globals=colorScheme:${colorScheme}`);
    const end = await page.waitForFunction(() => {
      const phase = window.__STORYBOOK_PREVIEW__?.currentRender?.phase;
      return (phase === 'finished' || phase === 'errored') && phase;
    });
    if ((await end.jsonValue()) === 'errored') throw new Error(`The story ${story} fails: see it in Storybook.`);
    await page.waitForFunction(isAtRest);
    return { width, height, png: (await page.screenshot()).toString('base64') };
  } finally {
    await context.close();
  }
}

/** Every camera and screen plays (files of a story's recordings are none that could), nothing is on its way any more, and nothing has the focus. Runs in the page. */
function isAtRest() {
  document.activeElement?.blur();
  const shown = [...document.querySelectorAll('video')].filter((video) => video.srcObject && video.checkVisibility());
  return (
    shown.every((video) => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) &&
    document.querySelector('[data-status="pending"]') === null &&
    document.fonts.status === 'loaded'
  );
}

/**
 * Sets pictures side by side, as one WebP of so many bytes at most.
 *
 * @returns {Promise<{ bytes: Buffer, quality: number }>} With the best quality that is small enough, from 0 to 100.
 */
export async function beside(browser, shots, most) {
  const width = shots.reduce((sum, shot) => sum + shot.width, BETWEEN * (shots.length - 1));
  const height = Math.max(...shots.map((shot) => shot.height));
  const context = await browser.newContext({ viewport: { width, height } });
  try {
    const page = await context.newPage();
    const pictures = shots.map(({ png }) => `<img src="data:image/png;base64,${png}">`).join('');
    await page.setContent(`<body style="display:flex;gap:${BETWEEN}px;margin:0">${pictures}</body>`);
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    const devtools = await context.newCDPSession(page);
    // What lies between the pictures is of the page that shows them.
    await devtools.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
    for (let quality = 90; quality > 0; quality -= 5) {
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality });
      const bytes = Buffer.from(data, 'base64');
      if (bytes.length <= most) return { bytes, quality };
    }
    throw new Error(`A picture of ${width} × ${height} has more than ${most} bytes whatever its quality.`);
  } finally {
    await context.close();
  }
}
