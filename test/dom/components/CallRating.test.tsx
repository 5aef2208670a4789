import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { CallRating } from '../../../src/components/panels.ts';

it('gives stars, reasons and words to the application, and thanks', async () => {
  const onSubmit = vi.fn(async () => {});
  render(<CallRating onSubmit={onSubmit} />);
  expect(screen.queryByRole('button')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '3 stars' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Delay' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Sound' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Delay' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Anything else?' }), ' It crackled. ');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ stars: 3, reasons: ['sound'], comment: 'It crackled.' });
  expect(screen.getByRole('status')).toHaveTextContent('Thank you!');
  expect(screen.queryByRole('radio')).toBeNull();
});

it('asks nothing more of who is content, and lets a failure be tried again', async () => {
  const onSubmit = vi.fn().mockRejectedValueOnce(new Error('offline'));
  render(<CallRating onSubmit={onSubmit} />);
  await userEvent.click(screen.getByRole('radio', { name: '5 stars' }));
  expect(screen.queryByRole('checkbox')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('status')).toHaveTextContent('It could not be sent. Try again.');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('status')).toHaveTextContent('Thank you!');
});
