'use client';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export type RoomStageEmptyProps = PartProps<'p', Record<never, never>>;

/** Says that nobody else is here yet. Renders a `<p>`. */
export function RoomStageEmpty(props: RoomStageEmptyProps) {
  const messages = useMessages();
  return useRenderElement(
    'p',
    props,
    {},
    {
      className: 'parlour-stage-empty',
      children: (
        <>
          <strong className="parlour-stage-empty-title">{messages['grid.empty']}</strong> {messages['grid.emptyHint']}
        </>
      ),
    },
  );
}
