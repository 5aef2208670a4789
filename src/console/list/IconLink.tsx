import type { ComponentPropsWithRef, ReactNode } from 'react';

export interface IconLinkProps
  extends Omit<ComponentPropsWithRef<'a'>, 'aria-label' | 'title' | 'className' | 'children'> {
  label: string;
  icon: ReactNode;
}

/** A link of a row that shows a sign, and says where it leads. */
export function IconLink({ label, icon, href, ...props }: IconLinkProps) {
  return (
    <a {...props} href={href} className="parlour-button parlour-console-icon" aria-label={label} title={label}>
      {icon}
    </a>
  );
}
