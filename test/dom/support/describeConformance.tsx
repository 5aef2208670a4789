import { render } from '@testing-library/react';
import type { ComponentType, CSSProperties, ReactElement, ReactNode, Ref } from 'react';
import { describe, expect, it, vi } from 'vitest';

/** What every part takes, loosely typed, as parts of all elements go through the same tests. */
export interface AnyPartProps {
  ref?: Ref<Element>;
  className?: string | ((state: object) => string);
  style?: CSSProperties | ((state: object) => CSSProperties);
  render?: ReactElement | ((props: object, state: object) => ReactElement);
  id?: string;
  'data-testid'?: string;
  onClick?: () => void;
}

export interface ConformanceOptions {
  /** The part with these props, inside whatever it needs. */
  element: (props: AnyPartProps) => ReactElement;
  /** What it renders. */
  tag: string;
  /** The class of its own. */
  className: string;
}

const byId = (id: string) => document.querySelector(`[data-testid='${id}']`) as HTMLElement;

/** What all parts promise: ref, rest props, className and style as values and functions, render as an element and a function. */
export function describeConformance(name: string, { element, tag, className }: ConformanceOptions): void {
  const show = (props: AnyPartProps) => {
    render(element({ 'data-testid': 'part', ...props }));
    return byId('part');
  };

  describe(`${name} is a part that`, () => {
    it(`renders a <${tag}> with a class of its own`, () => {
      const part = show({});
      expect(part.tagName.toLowerCase()).toBe(tag);
      expect([...part.classList]).toContain(className);
    });

    it('gives its element to the ref, and takes it back', () => {
      const ref = vi.fn();
      const { unmount } = render(element({ 'data-testid': 'part', ref }));
      expect(ref.mock.lastCall?.[0]).toBe(byId('part'));
      unmount();
      expect(ref.mock.lastCall?.[0]).toBeNull();
    });

    it('passes other props on', () => {
      expect(show({ id: 'mine' }).id).toBe('mine');
    });

    it('adds a class', () => {
      expect([...show({ className: 'mine' }).classList]).toEqual(expect.arrayContaining([className, 'mine']));
    });

    it('takes a class from a function of its state', () => {
      const part = show({ className: (state) => `of-${typeof state}` });
      expect([...part.classList]).toEqual(expect.arrayContaining([className, 'of-object']));
    });

    it('takes a style', () => {
      expect(show({ style: { opacity: 0.5 } }).style.opacity).toBe('0.5');
    });

    it('takes a style from a function of its state', () => {
      const part = show({ style: (state) => ({ opacity: typeof state === 'object' ? 0.5 : 1 }) });
      expect(part.style.opacity).toBe('0.5');
    });

    it('renders another element in place of its own', () => {
      const ref = vi.fn();
      const part = show({ ref, render: <b className="theirs" title="theirs" /> });
      expect(part.tagName).toBe('B');
      expect(part.title).toBe('theirs');
      expect([...part.classList]).toEqual(expect.arrayContaining([className, 'theirs']));
      expect(ref.mock.lastCall?.[0]).toBe(part);
    });

    it('renders what a function makes of its props and state', () => {
      const states: object[] = [];
      const part = show({
        render: (props, state) => {
          states.push(state);
          return <b {...props} />;
        },
      });
      expect(part.tagName).toBe('B');
      expect([...part.classList]).toContain(className);
      expect(states.at(-1)).toBeTypeOf('object');
    });
  });
}

/** The same component, with props that tests of all elements can give. */
export function anyPart(
  Part: unknown,
): ComponentType<AnyPartProps & Record<string, unknown> & { children?: ReactNode }> {
  return Part as ComponentType<AnyPartProps>;
}
