'use client';
import { createContext } from 'react';
import type { ControlsBar } from './ControlsBar.ts';

/** The bar that a control is in; null where it stands alone. */
export const BarContext = createContext<ControlsBar | null>(null);
