import type { ComponentPropsWithRef, CSSProperties, JSX, ReactElement } from 'react';

/** Name of an HTML element that a part can render. */
export type PartTag = keyof JSX.IntrinsicElements;

/** Another element in place of the part's own: an element to clone, or a function that makes it from the props and the state. */
export type RenderProp<Tag extends PartTag, State> =
  | ReactElement<Record<string, unknown>>
  | ((props: ComponentPropsWithRef<Tag>, state: State) => ReactElement);

/** What every part of a component takes beside its own props: all props of its element, and these three. */
export type PartProps<Tag extends PartTag, State> = Omit<ComponentPropsWithRef<Tag>, 'className' | 'style'> & {
  /** Added to the part's own class; a function gets the part's state. */
  className?: string | ((state: State) => string | undefined) | undefined;
  /** Merged over the part's own style; a function gets the part's state. */
  style?: CSSProperties | ((state: State) => CSSProperties | undefined) | undefined;
  /** Renders another element with the part's props and behaviour. */
  render?: RenderProp<Tag, State> | undefined;
};
