'use client';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import { PaginationButton, type PaginationButtonProps } from '../PaginationButton.tsx';

/** Shows the page before. Renders a `<button>`. */
export function PaginationPrevious(props: PaginationButtonProps) {
  return (
    <PaginationButton
      reason="previous"
      icon={<ChevronLeft className="parlour-directional" aria-hidden />}
      props={props}
    />
  );
}
