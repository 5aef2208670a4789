'use client';
import { CallRatingComment } from './comment/CallRatingComment.tsx';
import { CallRatingReasons } from './reasons/CallRatingReasons.tsx';
import { CallRatingRoot, type CallRatingRootProps } from './root/CallRatingRoot.tsx';
import { CallRatingStars } from './stars/CallRatingStars.tsx';
import { CallRatingSubmit } from './submit/CallRatingSubmit.tsx';

export type CallRatingProps = Omit<CallRatingRootProps, 'children'>;

function DefaultRating(props: CallRatingProps) {
  return (
    <CallRatingRoot {...props}>
      <CallRatingStars />
      <CallRatingReasons />
      <CallRatingComment />
      <CallRatingSubmit />
    </CallRatingRoot>
  );
}

/**
 * Asks how the call was: stars, what could have been better, and anything else. Show it when the room is left, and keep
 * what `onSubmit` gets. Parts: `Root`, `Stars`, `Reasons`, `Comment`, `Submit`.
 */
export const CallRating = /* @__PURE__ */ Object.assign(DefaultRating, {
  Root: CallRatingRoot,
  Stars: CallRatingStars,
  Reasons: CallRatingReasons,
  Comment: CallRatingComment,
  Submit: CallRatingSubmit,
});
