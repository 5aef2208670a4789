import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { expect, test } from './support/fixtures.ts';

// Shares the tab of this title without asking. The flag that answers for cameras would choose a whole screen.
test.use({
  launchOptions: {
    executablePath: chromiumPath,
    args: [
      ...chromiumArgs.filter((arg) => arg !== '--use-fake-ui-for-media-stream'),
      '--auto-select-tab-capture-source-by-title=Slides',
    ],
  },
});

test('a shared screen is a stream of its own, and goes when the browser stops it', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace', { devices: [] });
  await expect(grace.tile('Ada')).toBeVisible();

  const slides = await ada.page.context().newPage();
  await slides.setContent(
    '<title>Slides</title><h1 style="font-size:20vw">Slide <span>1</span></h1><script>setInterval(()=>document.querySelector("span").textContent++,100)</script>',
  );
  await ada.page.bringToFront();
  await ada.control('Share screen').click();
  await expect(grace.tile('Ada’s screen')).toBeVisible();
  await expect(grace.tile('Ada’s screen')).toHaveAttribute('data-key', 'presentation');
  await expect.poll(async () => (await grace.received('Ada', 'presentation')).framesDecoded).toBeGreaterThan(5);

  // What the browser's own "Stop sharing" does: the source ends, and the page only hears of it.
  await slides.close();
  await expect(grace.tile('Ada’s screen')).toHaveCount(0);
  await expect(ada.control('Share screen')).toHaveAttribute('aria-pressed', 'false');
});
