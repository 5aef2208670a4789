'use client';
import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** What moves within rows of which only some are in the page. */
export interface RovingRow {
  /** Index of the row that the Tab key reaches. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * The keyboard of a long list: one stop of the Tab key, from which the arrow keys, Page Up and Down, Home and End go on,
 * also to rows that are not in the page yet. Of the rows themselves and of what is in them; within a field they move the
 * cursor.
 *
 * @param reveal - Brings a row into the page, and gives it the focus.
 */
export function useRovingRow(ids: readonly string[], page: () => number, reveal: (index: number) => void): RovingRow {
  const [id, setId] = useState<string | null>(null);
  const found = id === null ? -1 : ids.indexOf(id);
  const active = Math.max(0, found);
  return {
    active,
    onFocus: ({ target }) => {
      const row = (target as HTMLElement).closest<HTMLElement>('[data-index]');
      if (row) setId(ids[Number(row.dataset.index)] ?? null);
    },
    onKeyDown: (event) => {
      const to = {
        ArrowDown: active + 1,
        ArrowUp: active - 1,
        PageDown: active + page(),
        PageUp: active - page(),
        Home: 0,
        End: ids.length - 1,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const index = Math.min(Math.max(to, 0), ids.length - 1);
      setId(ids[index] ?? null);
      reveal(index);
    },
  };
}
