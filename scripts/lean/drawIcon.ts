import { createElement, type ReactElement, type SVGAttributes } from 'react';

export type IconElement = readonly [name: string, attributes: Readonly<Record<string, string>>];

/** What we set of a lucide-react icon's properties. */
interface IconProps extends SVGAttributes<SVGElement> {
  readonly size?: string | number;
}

const LINES = {
  xmlns: 'http://www.w3.org/2000/svg',
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const;

/** Makes a component that draws these elements: what lucide-react's own does with the properties that we set. */
export const drawIcon =
  (elements: readonly IconElement[]) =>
  ({ size = 24, ...props }: IconProps): ReactElement =>
    createElement(
      'svg',
      { ...LINES, width: size, height: size, ...props },
      ...elements.map(([name, attributes]) => createElement(name, attributes)),
    );
