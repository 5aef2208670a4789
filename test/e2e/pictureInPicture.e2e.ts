import { expect, test } from './support/fixtures.ts';

test('the call in a window of its own: it looks like the page, its buttons work, and no picture on the page is mounted anew', async ({
  join,
}) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectToReceiveVideo('Grace');
  await ada.page.evaluate(() => {
    for (const video of document.querySelectorAll('video')) video.dataset.before = '';
  });

  await ada.control('More').click();
  const opening = ada.page.context().waitForEvent('page');
  await ada.page.getByRole('menuitemcheckbox', { name: 'Picture in picture' }).click();
  const picture = await opening;
  const tile = picture.getByRole('group', { name: 'Grace', exact: true });
  await expect(tile.locator('video')).toHaveAttribute('data-playing', '');
  // It is as large as the window, and has the page's colours.
  const [width, own] = await Promise.all([
    picture.evaluate(() => innerWidth),
    tile.evaluate((element) => element.getBoundingClientRect().width),
  ]);
  expect(own).toBe(width);
  const background = (page: typeof picture) =>
    page.evaluate(() => {
      const button = document.querySelector('.parlour-leave') as Element;
      return getComputedStyle(button).backgroundColor;
    });
  expect(await background(picture)).toBe(await background(ada.page));

  await picture.getByRole('button', { name: 'Microphone' }).click();
  await expect(ada.control('Microphone')).toHaveAttribute('aria-pressed', 'false');
  await expect(grace.tile('Ada')).not.toHaveAttribute('data-audio');

  // What a page that nobody sees would pause is still received.
  await ada.expectToReceiveVideo('Grace');
  await picture.close();
  await expect(ada.page.locator('video[data-before]')).toHaveCount(2);
  await expect(ada.page.locator('video')).toHaveCount(2);
  await ada.expectToReceiveVideo('Grace');

  await ada.control('More').click();
  const again = ada.page.context().waitForEvent('page');
  await ada.page.getByRole('menuitemcheckbox', { name: 'Picture in picture', checked: false }).click();
  const second = await again;
  await second.getByRole('button', { name: 'Leave' }).click();
  await expect(grace.tile('Ada')).toHaveCount(0);
  await expect.poll(() => second.isClosed()).toBe(true);
});
