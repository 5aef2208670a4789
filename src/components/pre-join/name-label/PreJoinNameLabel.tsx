'use client';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePreJoinContext } from '../PreJoinContext.ts';

export type PreJoinNameLabelProps = PartProps<'label', Record<never, never>>;

/** Names the field for the name. Renders a `<label>`. */
export function PreJoinNameLabel(props: PreJoinNameLabelProps) {
  const messages = useMessages();
  const { inputId } = usePreJoinContext();
  return useRenderElement(
    'label',
    props,
    {},
    {
      className: 'parlour-prejoin-label',
      htmlFor: inputId,
      children: messages['prejoin.name'],
    },
  );
}
