import { createElement } from 'react';

const LINES = {
  xmlns: 'http://www.w3.org/2000/svg',
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
};

/** Makes a component that draws these elements: what lucide-react's own does with the properties that we set. */
export const drawIcon =
  (elements) =>
  ({ size = 24, ...props }) =>
    createElement(
      'svg',
      { ...LINES, width: size, height: size, ...props },
      ...elements.map(([name, attributes]) => createElement(name, attributes)),
    );
