import { hashOf } from '../../../shell/router.ts';

/** A link that looks like the button beside it. */
export function Way({ to, children, isMain }: { to: string; children: string; isMain?: boolean }) {
  return (
    <a className={isMain ? 'work-way work-way-main' : 'work-way'} href={hashOf(to)}>
      {children}
    </a>
  );
}
