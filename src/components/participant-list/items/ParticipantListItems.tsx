'use client';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { ParticipantListItem } from '../item/ParticipantListItem.tsx';
import { useParticipantListContext } from '../ParticipantListContext.ts';
import { useRovingRow } from './useRovingRow.ts';

export type ParticipantListItemsProps = Omit<PartProps<'div', Record<never, never>>, 'children'>;

const ROW_HEIGHT = 56;

/**
 * The people, of whom only those on screen are in the page: each says which one of how many it is. One stop of the Tab
 * key; the arrow keys, Page Up and Down, Home and End move within. Renders a `<div>` that scrolls, with the role `list`.
 */
export function ParticipantListItems(props: ParticipantListItemsProps) {
  const messages = usePanelMessages();
  const { ids } = useParticipantListContext();
  const scroller = useRef<HTMLDivElement>(null);
  // The row that is to have the focus as soon as it is in the page.
  const [wanted, setWanted] = useState<{ index: number } | null>(null);

  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
  const { active, ...handlers } = useRovingRow(ids, page, (index) => {
    virtualizer.scrollToIndex(index);
    setWanted({ index });
  });
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    // Who has the focus stays in the page however far it is scrolled.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return active >= ids.length || shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });

  useEffect(() => {
    if (!wanted) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index='${wanted.index}']`);
    row?.focus({ preventScroll: true });
  }, [wanted]);

  return useRenderElement(
    'div',
    props,
    {},
    {
      ref: scroller,
      className: 'parlour-people-items',
      children: (
        // biome-ignore lint/a11y/useSemanticElements: a <ul> would take on the page's own list styles
        <div
          role="list"
          aria-label={messages['people.label']}
          className="parlour-people-rows"
          style={{ blockSize: virtualizer.getTotalSize() }}
          {...handlers}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start }) => (
            // biome-ignore lint/a11y/useSemanticElements: as the list
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="listitem"
              className="parlour-people-row"
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={ids.length}
              tabIndex={index === active ? 0 : -1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ParticipantListItem participantId={ids[index] ?? ''} active={index === active} />
            </div>
          ))}
        </div>
      ),
    },
  );
}
