import type { Page } from '@playwright/test';
import { expect, test } from './support/demo.ts';

/** From the address of the demo into the room, by keyboard alone. */
async function enter(page: Page, demoUrl: string, name: string): Promise<void> {
  await page.goto(demoUrl);
  await page.getByLabel('Room').press('Enter');
  await page.getByLabel('Your name').fill(name);
  await expect(page.getByRole('button', { name: 'Camera' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel('Your name').press('Enter');
}

test('two windows of the demo meet', async ({ demoUrl, browser, contextOptions }) => {
  test.setTimeout(120_000);
  const ada = await (await browser.newContext(contextOptions)).newPage();
  const grace = await (await browser.newContext(contextOptions)).newPage();
  const errors: string[] = [];
  for (const page of [ada, grace]) {
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  }
  await enter(ada, demoUrl, 'Ada');
  await enter(grace, demoUrl, 'Grace');
  await expect(ada.getByRole('group', { name: 'Grace', exact: true })).toHaveAttribute('data-video', '');
  await expect(grace.getByRole('group', { name: 'Ada', exact: true })).toHaveAttribute('data-video', '');

  await ada.getByRole('button', { name: 'Chat', exact: true }).click();
  await ada.getByRole('textbox', { name: 'Write a message' }).fill('Can you read me?');
  await ada.keyboard.press('Enter');
  await grace.getByRole('button', { name: /^Chat.*1/ }).click();
  await expect(grace.getByRole('region', { name: 'Chat' }).getByText('Can you read me?')).toBeVisible();

  await grace.getByRole('button', { name: 'Leave' }).click();
  await expect(ada.getByRole('group', { name: 'Grace', exact: true })).toHaveCount(0);
  await expect(ada.getByText('You are the only one here')).toBeVisible();
  expect(errors).toEqual([]);
});
