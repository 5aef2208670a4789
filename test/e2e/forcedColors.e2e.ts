import type { Locator } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** What shows of an element where the system paints everything in a few colours of its own. */
const edge = (element: Locator, pseudo?: string) =>
  element.evaluate((found, part) => {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(found, part);
    return { width: Number.parseFloat(borderTopWidth), style: borderTopStyle, color: borderTopColor };
  }, pseudo);

test('with forced colours, states are told by lines and icons', async ({ join }) => {
  await join('Ada');
  const grace = await join('Grace', { devices: ['microphone'] });
  await grace.page.emulateMedia({ forcedColors: 'active' });
  // The buttons of the room, and not those of its skeleton.
  await expect(grace.tile('Ada')).toBeVisible();
  const { page } = grace;
  const highlight = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'border: 1px solid Highlight';
    const { borderTopColor } = getComputedStyle(probe);
    probe.remove();
    return borderTopColor;
  });

  // On is a thicker edge than off, and another icon.
  const [microphone, camera] = [grace.control('Microphone'), grace.control('Camera')];
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  expect(await edge(microphone)).toEqual({ width: 3, style: 'solid', color: highlight });
  expect(await edge(camera)).toMatchObject({ width: 1, style: 'solid' });
  const icon = () => microphone.locator('svg').innerHTML();
  const on = await icon();
  await microphone.click();
  await expect.poll(async () => (await edge(microphone)).width).toBe(1);
  expect(await icon()).not.toBe(on);

  // What is told over pictures has an edge, and the focus a line.
  expect(await edge(grace.tile('Ada').locator('.parlour-tile-badge'))).toMatchObject({ width: 1, style: 'solid' });
  expect(await edge(grace.control('Leave'))).toMatchObject({ width: 1, style: 'solid' });
  await page.keyboard.press('ArrowRight');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  expect(outline).toBe('solid');

  // Who speaks has a ring that is a shape.
  await expect
    .poll(() => edge(grace.tile('Ada').and(page.locator('[data-speaking]')), '::after'))
    .toEqual({
      width: 4,
      style: 'solid',
      color: highlight,
    });
  // And the bars beside the name, which are gradients: the system would leave those out.
  const bars = grace.tile('Ada').locator('[data-microphone=speaking]');
  await expect
    .poll(() => bars.evaluate((found) => getComputedStyle(found, '::before').backgroundImage))
    .toMatch(/^(linear-gradient\(.*?\)(, )?){3}$/);
});
