import type { SyntheticEvent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { mergeProps } from '../../../src/ui/index.ts';

type Handler = (event: Partial<SyntheticEvent>) => void;

describe('mergeProps', () => {
  it('runs the caller’s handler first', () => {
    const order: string[] = [];
    const merged = mergeProps({ onClick: () => order.push('ours') }, { onClick: () => order.push('theirs') });
    (merged.onClick as Handler)({ defaultPrevented: false });
    expect(order).toEqual(['theirs', 'ours']);
  });

  it('leaves our handler out when the caller’s prevented the default', () => {
    const ours = vi.fn();
    const theirs = vi.fn((event: { defaultPrevented: boolean }) => {
      event.defaultPrevented = true;
    });
    (mergeProps({ onClick: ours }, { onClick: theirs }).onClick as Handler)({ defaultPrevented: false });
    expect(theirs).toHaveBeenCalledOnce();
    expect(ours).not.toHaveBeenCalled();
  });

  it('joins classes and merges styles, the caller’s last', () => {
    expect(
      mergeProps({ className: 'a', style: { color: 'red', top: 1 } }, { className: 'b', style: { color: 'blue' } }),
    ).toEqual({ className: 'a b', style: { color: 'blue', top: 1 } });
  });

  it('takes the caller’s value of anything else, unless it is undefined', () => {
    expect(mergeProps({ title: 'ours', id: 'ours' }, { title: 'theirs', id: undefined })).toEqual({
      title: 'theirs',
      id: 'ours',
    });
  });
});
