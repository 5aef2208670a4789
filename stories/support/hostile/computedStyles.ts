const PSEUDO = [null, '::before', '::after'] as const;

/** What each element is computed to look like, by its place in the list. */
export function computedStyles(elements: Iterable<Element>): Map<string, string> {
  const styles = new Map<string, string>();
  for (const [index, element] of [...elements].entries()) {
    const view = element.ownerDocument.defaultView as Window;
    for (const pseudo of PSEUDO) {
      // Inside of a picture there are none; the browser computes values for them all the same.
      if (pseudo && element.closest('svg')) continue;
      const style = view.getComputedStyle(element, pseudo);
      const name = `${index} ${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}${pseudo ?? ''}`;
      for (const property of style)
        if (!property.startsWith('--')) styles.set(`${name} ${property}`, style.getPropertyValue(property));
    }
  }
  return styles;
}

/** What differs, in words. */
export function differences(expected: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): string[] {
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .filter((key) => expected.get(key) !== actual.get(key))
    .map((key) => `${key}: ${actual.get(key)} instead of ${expected.get(key)}`);
}
