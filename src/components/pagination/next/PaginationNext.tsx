'use client';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { PaginationButton, type PaginationButtonProps } from '../PaginationButton.tsx';

/** Shows the next page. Renders a `<button>`. */
export function PaginationNext(props: PaginationButtonProps) {
  return (
    <PaginationButton reason="next" icon={<ChevronRight className="parlour-directional" aria-hidden />} props={props} />
  );
}
