import { expect } from 'storybook/test';

/** A tablet, a phone, and the narrowest page that has to do without scrolling sideways, in pixels. */
const WIDTHS = [768, 390, 320];

/** What is as wide as it likes: a strip that is scrolled; and what stands above the page, whose width it has. */
const ELSEWHERE = '.parlour-console-nav, dialog, .parlour-popups';

/** What is cut to a dot is for screen readers, with all that is in it. */
function isSeen(element: Element | null): boolean {
  if (element === null) return true;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && isSeen(element.parentElement);
}

/** Nothing stands out at the sides where there is little room. */
export async function expectToFit(canvas: HTMLElement): Promise<void> {
  const { cssText } = canvas.style;
  try {
    for (const width of WIDTHS) {
      canvas.style.inlineSize = `${width}px`;
      const { left, right } = canvas.getBoundingClientRect();
      const outside = [...canvas.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        return (box.left < left - 1 || box.right > right + 1) && !element.closest(ELSEWHERE) && isSeen(element);
      });
      await expect(outside.map((element) => `${width}: ${element.getAttribute('class')}`)).toEqual([]);
    }
  } finally {
    canvas.style.cssText = cssText;
  }
}
