import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { hostElements } from './page.ts';

interface FrameProps {
  title: string;
  /** Style sheets of the page, in their order. */
  styles: readonly string[];
  children?: ReactNode;
}

/** A page of its own, with elements of its own and the children between them. */
export function Frame({ title, styles, children }: FrameProps) {
  const [mount, setMount] = useState<Element | null>(null);
  const sheets = styles.map((text) => `<style>${text}</style>`).join('');
  return (
    <iframe
      title={title}
      srcDoc={`<!doctype html><html lang="en"><head><title>${title}</title>${sheets}</head><body><main>${hostElements}<div id="ours" style="display:block;float:none;width:680px;margin:0;background:none"></div></main></body></html>`}
      style={{ width: 720, height: 560, border: '1px solid gray' }}
      onLoad={({ currentTarget }) => setMount(currentTarget.contentDocument?.getElementById('ours') ?? null)}
    >
      {mount && createPortal(children, mount)}
    </iframe>
  );
}
