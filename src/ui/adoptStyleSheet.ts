const adopted = new WeakMap<Document, Set<string>>();

/**
 * Gives a document a style sheet that came with code that is fetched when it is needed, once. A constructed sheet needs
 * no exception in a content security policy; its rules stand in the layers that the main sheet has ordered.
 */
export function adoptStyleSheet(page: Document, text: string): void {
  const known = adopted.get(page) ?? new Set();
  adopted.set(page, known);
  if (known.has(text)) return;
  known.add(text);
  const Sheet = page.defaultView?.CSSStyleSheet;
  // A test's DOM has no such sheets, and shows nothing either.
  if (!Sheet || !page.adoptedStyleSheets) return;
  const sheet = new Sheet();
  sheet.replaceSync(text);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
