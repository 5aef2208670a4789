import { en as messages } from '../en.ts';
import type { Locale } from '../Locale.ts';

const locale: Locale = { tag: 'en', direction: 'ltr', messages };
export default locale;
