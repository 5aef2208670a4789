'use client';
import { useInsertionEffect } from 'react';

const adopted = new Set<string>();

/**
 * Brings a style sheet into the page, once: of what is loaded when it is first opened, so that the style sheet that
 * everybody loads stays small. It is no `<style>` element: a Content-Security-Policy need not allow those.
 */
export function useStyleSheet(css: string): void {
  useInsertionEffect(() => {
    // What renders no pages, such as a test without a browser, has no style sheets to adopt.
    if (css === '' || adopted.has(css) || !('adoptedStyleSheets' in document)) return;
    adopted.add(css);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, [css]);
}
