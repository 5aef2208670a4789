import { expect, test } from './support/fixtures.ts';

test('a camera that is turned on in the middle of a call shows the other one its picture', async ({ join }) => {
  const ada = await join('Ada', { devices: [] });
  const grace = await join('Grace', { devices: [] });
  await ada.expectConnected();
  await expect(grace.tile('Ada')).toBeVisible();
  await expect(grace.tile('Ada').locator('video')).toHaveCount(0);

  await ada.control('Camera').click();
  const picture = grace.tile('Ada').locator('video');
  await expect(picture).toHaveAttribute('data-playing', '', { timeout: 5000 });
  // What is on the screen is the camera's own picture, not an empty frame.
  const colors = () =>
    picture.evaluate((video: HTMLVideoElement) => {
      const canvas = new OffscreenCanvas(16, 16);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(video, 0, 0, 16, 16);
      const { data } = context.getImageData(0, 0, 16, 16);
      return new Set(Array.from({ length: 256 }, (_, at) => data.slice(at * 4, at * 4 + 3).join())).size;
    });
  await expect.poll(colors).toBeGreaterThan(1);
  await grace.expectToReceiveVideo('Ada');
  await expect(ada.tile('Ada (you)').locator('video')).toHaveAttribute('data-playing', '');
});
