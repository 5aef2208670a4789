'use client';
import { createContext } from 'react';
import { en } from './en.ts';
import type { Messages } from './Messages.ts';

/** English, unless a provider says otherwise. */
export const MessagesContext = createContext<Messages>(en);
