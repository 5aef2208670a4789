import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { useRovingFocus } from '../../../src/ui/index.ts';

function Bar({ dir, withoutFirst = false }: { dir?: 'rtl'; withoutFirst?: boolean }) {
  return (
    <>
      <div role="toolbar" style={{ direction: dir ?? 'ltr' }} {...useRovingFocus()}>
        {!withoutFirst && <button type="button">one</button>}
        <button type="button">two</button>
        <button type="button" disabled>
          off
        </button>
        <button type="button">three</button>
      </div>
      <button type="button">after</button>
    </>
  );
}
const button = (name: string) => screen.getByRole('button', { name });

describe('a container with roving focus', () => {
  it('is one stop of the Tab key', async () => {
    render(<Bar />);
    await userEvent.tab();
    expect(button('one')).toHaveFocus();
    await userEvent.tab();
    expect(button('after')).toHaveFocus();
  });

  it('moves with the arrow keys past what is disabled, and around its ends', async () => {
    render(<Bar />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(button('three')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(button('one')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(button('three')).toHaveFocus();
  });

  it('goes to its ends with Home and End', async () => {
    render(<Bar />);
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    expect(button('three')).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(button('one')).toHaveFocus();
  });

  it('mirrors the arrow keys in right-to-left', async () => {
    render(<Bar dir="rtl" />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowLeft}');
    expect(button('two')).toHaveFocus();
  });

  it('comes back to where it was left', async () => {
    render(<Bar />);
    await userEvent.click(button('two'));
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    expect(button('two')).toHaveFocus();
  });

  it('can still be reached when its tab stop is gone', async () => {
    const { rerender } = render(<Bar />);
    rerender(<Bar withoutFirst />);
    await userEvent.tab();
    expect(button('two')).toHaveFocus();
  });
});
