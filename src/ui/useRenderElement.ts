'use client';
import { type ComponentPropsWithRef, cloneElement, createElement, isValidElement, type ReactElement } from 'react';
import { mergedRef } from './mergedRef.ts';
import { mergeProps } from './mergeProps.ts';
import type { PartProps, PartTag } from './PartProps.ts';
import { stateAttributes } from './stateAttributes.ts';

type Loose = Record<string, unknown>;

/**
 * The one element of a part: its own props, its state as `data-*`, and over them whatever the caller
 * gave, rendered by `render` if there is one.
 *
 * @param tag - The element unless the caller renders another.
 * @param props - The caller's props.
 * @param state - Shown as `data-*`, and given to `className`, `style` and `render` where they are functions.
 * @param ours - The part's own props.
 */
export function useRenderElement<Tag extends PartTag, State extends object>(
  tag: Tag,
  props: PartProps<Tag, State>,
  state: State,
  ours: ComponentPropsWithRef<Tag>,
): ReactElement {
  const { render, className, style, ref, ...rest } = props as PartProps<'div', State>;
  const { ref: ourRef, ...ourProps } = ours as ComponentPropsWithRef<'div'>;
  const renderedRef = isValidElement<ComponentPropsWithRef<'div'>>(render) ? render.props.ref : undefined;

  let merged = mergeProps({ ...stateAttributes(state), ...ourProps }, rest as Loose);
  if (className !== undefined || style !== undefined) {
    merged = mergeProps(merged, {
      className: typeof className === 'function' ? className(state) : className,
      style: typeof style === 'function' ? style(state) : style,
    });
  }
  const allRefs = mergedRef(ourRef as never, ref as never, renderedRef as never);
  if (allRefs) merged.ref = allRefs;

  if (typeof render === 'function') return render(merged as ComponentPropsWithRef<'div'>, state);
  if (!render) return createElement(tag, merged);
  const { ref: _merged, ...renderedProps } = render.props;
  return cloneElement(render, mergeProps(merged, renderedProps));
}
