'use client';
import { createContext } from 'react';
import type { Locale } from './Locale.ts';
import en from './locales/en.ts';

/** English, unless a provider says otherwise. */
export const LocaleContext = createContext<Locale>(en);
