'use client';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { type PartProps, useRenderElement } from '../../ui/index.ts';
import { checkTheme } from './checkTheme.ts';
import { type Theme, themeStyle } from './Theme.ts';

const ThemeContext = createContext<Theme>({});

/** What a {@link ThemeProvider}'s element shows as `data-*`. */
export interface ThemeProviderState {
  readonly parlourTheme: true;
  readonly colorScheme: 'auto' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
}

export interface ThemeProviderProps extends PartProps<'div', ThemeProviderState> {
  theme?: Theme | undefined;
  children?: ReactNode;
}

/**
 * Sets the look of the components inside it. `RoomProvider` has one; use this where there is no room,
 * or to change the look of a part of a room.
 *
 * Renders a `<div>` that takes no part in the page's layout (`display: contents`).
 */
export function ThemeProvider({ theme, ...props }: ThemeProviderProps) {
  const outer = use(ThemeContext);
  const merged = useMemo(() => {
    const own = checkTheme(theme ?? {});
    return { ...outer, ...own, tokens: { ...outer.tokens, ...own.tokens } };
  }, [outer, theme]);
  const element = useRenderElement(
    'div',
    props,
    {
      parlourTheme: true,
      colorScheme: merged.colorScheme ?? 'auto',
      density: merged.density ?? 'comfortable',
    } as const,
    { className: 'parlour', style: themeStyle(merged) },
  );
  return <ThemeContext value={merged}>{element}</ThemeContext>;
}
