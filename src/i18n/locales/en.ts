import { english } from '../english.ts';
import type { Locale } from '../Locale.ts';

const locale: Locale = { tag: 'en', direction: 'ltr', messages: english };
export default locale;
