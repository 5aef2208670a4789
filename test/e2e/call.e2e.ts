import { expect, test } from './support/fixtures.ts';

test('two people see and hear each other', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectConnected();
  await grace.expectConnected();
  await expect(ada.tile('Grace')).toBeVisible();
  await expect(grace.tile('Ada')).toBeVisible();
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
});

test('muting shows at the other side within a second', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await expect(grace.tile('Ada')).toHaveAttribute('data-audio', '');
  await ada.control('Microphone').click();
  await expect(grace.tile('Ada')).not.toHaveAttribute('data-audio', { timeout: 1000 });
  await ada.control('Microphone').click();
  await expect(grace.tile('Ada')).toHaveAttribute('data-audio', '', { timeout: 1000 });
  await grace.expectToReceive('Ada');
});

test('turning the camera off and on negotiates nothing, on either side', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await ada.expectToReceive('Grace');
  await grace.expectToReceive('Ada');
  const before = [await ada.negotiations(), await grace.negotiations()];

  await ada.control('Camera').click();
  await expect(grace.tile('Ada')).not.toHaveAttribute('data-video');
  await expect(ada.tile('Ada (you)')).not.toHaveAttribute('data-video');
  await ada.control('Camera').click();
  await expect(grace.tile('Ada')).toHaveAttribute('data-video', '');
  await grace.expectToReceive('Ada');

  expect([await ada.negotiations(), await grace.negotiations()]).toEqual(before);
  expect(before[0]).toBeGreaterThan(0);
});

test('a small tile gets a small layer, and a large one a larger one', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  const height = async () => (await grace.received('Ada')).frameHeight;
  await grace.page.setViewportSize({ width: 1440, height: 1000 });
  await expect.poll(height, { timeout: 20_000 }).toBeGreaterThanOrEqual(360);
  await grace.page.setViewportSize({ width: 420, height: 300 });
  await expect.poll(height, { timeout: 20_000 }).toBeLessThanOrEqual(180);
  await grace.page.setViewportSize({ width: 1440, height: 1000 });
  await expect.poll(height, { timeout: 20_000 }).toBeGreaterThanOrEqual(360);
  await ada.expectConnected();
});

test('leaving removes the tile', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await expect(ada.tile('Grace')).toBeVisible();
  await grace.control('Leave').click();
  await expect(ada.tile('Grace')).toHaveCount(0);
  await expect(grace.page.getByText('You left', { exact: true })).toBeVisible();

  await grace.page.getByRole('button', { name: 'Join again' }).click();
  await expect(ada.tile('Grace')).toBeVisible();
  await expect(grace.tile('Ada')).toBeVisible();
});

test('closing the window without leaving removes the tile', async ({ join }) => {
  const ada = await join('Ada');
  const grace = await join('Grace');
  await expect(ada.tile('Grace')).toBeVisible();
  await grace.page.close();
  await expect(ada.tile('Grace')).toHaveCount(0);
});
