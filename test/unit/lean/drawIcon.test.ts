import { type ComponentType, createElement, type SVGAttributes } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { drawIcon, type IconElement } from '../../../scripts/lean/drawIcon.ts';

type Icon = ComponentType<SVGAttributes<SVGElement> & { size?: string }>;

/** Attributes in any order, and without the class that names the icon. */
function drawn(icon: Icon, props: SVGAttributes<SVGElement> & { size?: string }) {
  const [svg = '', ...elements] = renderToStaticMarkup(createElement(icon, props)).split(/(?<=>)/);
  const attributes = [...svg.matchAll(/[\w-]+="[^"]*"/g)].map(([attribute]) =>
    attribute.replace(/lucide[\w-]* ?/g, ''),
  );
  return { attributes: attributes.filter((attribute) => attribute !== 'class=""').sort(), elements };
}

test.each(['phone-off', 'video', 'users'])('the icon %s is drawn as lucide-react draws it', async (name) => {
  const { default: theirs, __iconData: data } = await import(`lucide-react/icons/${name}`);
  const ours = drawIcon((data as { node: IconElement[] }).node) as Icon;
  for (const props of [{}, { 'aria-hidden': true }, { size: '1em', className: 'parlour-own' }] as const) {
    const expected = drawn(theirs as Icon, props);
    expect(expected.elements.length).toBeGreaterThan(1);
    expect(drawn(ours, props)).toEqual(expected);
  }
});
