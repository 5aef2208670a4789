import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/demo.ts';

const ofToolbar = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });

const isFocused = (element: Locator) => element.evaluate((found) => found === document.activeElement);

/** Presses a key, and tells where the focus has to be then. */
async function press(page: Page, key: string, focused: Locator): Promise<void> {
  await page.keyboard.press(key);
  await expect(focused).toBeFocused();
}

test('from the lobby into a room, through all of it and out again, by keyboard alone', async ({ demoUrl, page }) => {
  test.setTimeout(90_000);
  await page.goto(`${demoUrl}/?room=keyboard`);

  const lobby = page.getByRole('form');
  const microphone = lobby.getByRole('button', { name: 'Microphone', exact: true });
  const camera = lobby.getByRole('button', { name: 'Camera', exact: true });
  const name = lobby.getByLabel('Your name');
  await expect(camera).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'Tab', microphone);
  await press(page, 'Tab', camera);
  await press(page, 'Space', camera);
  await expect(camera).toHaveAttribute('aria-pressed', 'false');
  const settings = lobby.getByRole('button', { name: 'Settings' });
  // It comes in a moment.
  await expect(settings).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await press(page, 'Tab', lobby.getByRole('button', { name: 'Effects' }));
  await press(page, 'Tab', settings);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await press(page, 'Tab', dialog.getByLabel('Camera', { exact: true }));
  await press(page, 'Escape', settings);
  await expect(dialog).toHaveCount(0);
  await press(page, 'Tab', name);
  await page.keyboard.type('Ada');
  await press(page, 'Tab', lobby.getByRole('button', { name: 'Join' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.parlour-room')).toHaveAttribute('data-status', 'connected');

  const control = (label: string) => ofToolbar(page, label);
  await press(page, 'Tab', page.getByRole('button', { name: 'Pin Ada (you)' }));
  await press(page, 'Tab', control('Microphone'));
  await press(page, 'Space', control('Microphone'));
  await expect(control('Microphone')).toHaveAttribute('aria-pressed', 'false');
  await press(page, 'ArrowRight', control('Choose microphone and speaker'));
  await press(page, 'ArrowRight', control('Camera'));
  await press(page, 'End', control('Leave'));
  await press(page, 'Home', control('Microphone'));
  for (let steps = 0; steps < 20 && !(await isFocused(control('Chat'))); steps += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(control('Chat')).toBeFocused();

  const chat = page.getByRole('region', { name: 'Chat' });
  await page.keyboard.press('Enter');
  await expect(chat.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('By keyboard');
  await press(page, 'Enter', chat.getByRole('textbox'));
  await expect(chat.getByText('By keyboard')).toBeVisible();
  await expect(chat.getByRole('textbox')).toHaveValue('');
  await press(page, 'Escape', control('Chat'));
  await expect(chat).toHaveCount(0);

  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('?');
  await expect(keys.getByRole('button', { name: 'Close' })).toBeFocused();
  await press(page, 'Escape', control('Chat'));
  await expect(control('Camera')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('v');
  await expect(control('Camera')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('m');
  await expect(control('Microphone')).toHaveAttribute('aria-pressed', 'true');
  await expect(control('Chat')).toBeFocused();

  await press(page, 'End', control('Leave'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.parlour-room')).toBeFocused();
  await expect(page.getByText('You left', { exact: true })).toBeVisible();
  await press(page, 'Tab', page.getByRole('button', { name: 'Join again' }));
});
