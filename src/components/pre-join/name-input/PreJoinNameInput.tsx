'use client';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePreJoinContext } from '../PreJoinContext.ts';

/** What the field for the name shows as `data-*`. */
export interface PreJoinNameInputState {
  readonly invalid: boolean;
}

export type PreJoinNameInputProps = PartProps<'input', PreJoinNameInputState>;

/** Where the person's name goes. Renders an `<input>`. */
export function PreJoinNameInput(props: PreJoinNameInputProps) {
  const { name, setName, nameMissing, problem, inputId, problemId } = usePreJoinContext();
  return useRenderElement(
    'input',
    props,
    { invalid: nameMissing },
    {
      id: inputId,
      className: 'parlour-input',
      type: 'text',
      name: 'name',
      autoComplete: 'name',
      required: true,
      maxLength: 100,
      value: name,
      onChange: (event) => setName(event.currentTarget.value),
      'aria-invalid': nameMissing || undefined,
      'aria-describedby': problem ? problemId : undefined,
    },
  );
}
