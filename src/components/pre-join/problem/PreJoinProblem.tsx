'use client';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePreJoinContext } from '../PreJoinContext.ts';

export type PreJoinProblemProps = PartProps<'p', Record<never, never>>;

/** Says why one cannot join: the name is missing, or what `onJoin` failed with. Renders a `<p>` with the role `alert`, or nothing. */
export function PreJoinProblem(props: PreJoinProblemProps) {
  const { problem, problemId } = usePreJoinContext();
  const element = useRenderElement(
    'p',
    props,
    {},
    {
      id: problemId,
      className: 'parlour-prejoin-problem',
      role: 'alert',
      children: problem,
    },
  );
  return problem ? element : null;
}
