import { type ReactNode, useId } from 'react';

/** One kind of help. Without `empty` an empty one is not there at all. */
export function HelpList({
  title,
  empty,
  children,
}: {
  title: string;
  empty?: string;
  children: ReactNode[];
}) {
  const id = useId();
  if (children.length === 0 && empty === undefined) return null;
  return (
    <section className="insights-help-list" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children.length === 0 ? <p className="muted">{empty}</p> : <ol>{children}</ol>}
    </section>
  );
}
