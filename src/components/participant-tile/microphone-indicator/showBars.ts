const SVG = 'http://www.w3.org/2000/svg';
/** Where each begins, from the left and from above, and how high it is. */
const BARS = [
  [1, 4, 4],
  [5, 1, 10],
  [9, 3, 6],
];

let drawn: SVGElement | null = null;

function draw(): SVGElement {
  const create = (name: string, attributes: Record<string, string | number>) => {
    const element = document.createElementNS(SVG, name);
    for (const attribute in attributes) element.setAttribute(attribute, String(attributes[attribute]));
    return element as SVGElement;
  };
  const size = { viewBox: '0 0 12 12', width: '1em', height: '1em' };
  const icon = create('svg', { ...size, 'aria-hidden': 'true', class: 'parlour-tile-bars' });
  icon.append(...BARS.map(([x = 0, y = 0, height = 0]) => create('rect', { x, y, width: 2, height, rx: 1 })));
  return icon;
}

/**
 * Puts three bars into an element that is empty: speaking shows as a shape, and needs neither color nor motion. Whoever has
 * spoken speaks again, so they stay, and are seen only then.
 */
export function showBars(element: Element): void {
  if (element.hasChildNodes()) return;
  drawn ??= draw();
  element.append(drawn.cloneNode(true));
}
