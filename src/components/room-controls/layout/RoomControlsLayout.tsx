'use client';
import Focus from 'lucide-react/icons/focus';
import GalleryThumbnails from 'lucide-react/icons/gallery-thumbnails';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import { type RoomLayout, useLayout } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type MenuPartProps, useMenuPart } from '../useMenuPart.tsx';

const ICONS = {
  grid: <LayoutGrid aria-hidden />,
  speaker: <GalleryThumbnails aria-hidden />,
  focus: <Focus aria-hidden />,
};
const LAYOUTS = ['grid', 'speaker', 'focus'] as const;

/** The menu of layouts: all alike, who speaks large, one large. Renders a `<button>`. */
export function RoomControlsLayout(props: MenuPartProps) {
  const messages = useMessages();
  const { layout, setLayout } = useLayout();
  const label = messages['controls.layout'];
  const className = 'parlour-button parlour-control';
  const entries = () => [
    {
      kind: 'choice' as const,
      id: 'layout',
      label,
      value: layout,
      options: LAYOUTS.map((value) => ({ value, label: messages[`layout.${value}`], icon: ICONS[value] })),
      onValueChange: (value: string) => setLayout(value as RoomLayout),
    },
  ];
  return useMenuPart({ id: 'layout', label, icon: ICONS[layout], className, collapse: 10, entries }, props);
}
