import { en } from './en.ts';
import { enPanels } from './enPanels.ts';

/** Every word the components say, in English. */
export const english = /* @__PURE__ */ { ...en, ...enPanels };
