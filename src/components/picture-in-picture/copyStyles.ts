/** Gives a new window the looks of the page: its style sheets, and what themes hang on its outermost elements. */
export function copyStyles(page: Document, view: Window & typeof globalThis): void {
  const { document } = view;
  copyAttributes(page.documentElement, document.documentElement);
  copyAttributes(page.body, document.body);
  // A test's DOM has no such sheets, and shows nothing either.
  if (!page.adoptedStyleSheets) return;
  const copies: CSSStyleSheet[] = [];
  for (const sheet of [...page.styleSheets, ...page.adoptedStyleSheets]) {
    if (sheet.disabled) continue;
    const { ownerNode: owner, href } = sheet;
    // By its address: what it names is found beside it, and one of another origin cannot be read.
    if (owner && href) document.head.append(linkTo(href, sheet.media.mediaText, document));
    else copies.push(copyOf(sheet, view));
  }
  document.adoptedStyleSheets = copies;
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
}

function linkTo(href: string, media: string, page: Document): HTMLLinkElement {
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.media = media;
  return link;
}

/** A constructed sheet belongs to one document, and needs no exception in a content security policy. */
function copyOf({ cssRules, media }: CSSStyleSheet, view: Window & typeof globalThis): CSSStyleSheet {
  const copy = new view.CSSStyleSheet({ media: media.mediaText });
  copy.replaceSync([...cssRules].map(({ cssText }) => cssText).join('\n'));
  return copy;
}
