import { type ReactNode, useEffect } from 'react';

/** A view's one h1; the window's title follows it. `title` where the heading is more than words. */
export function ViewHeading({ children, title }: { children: ReactNode; title?: string }) {
  const words = title ?? (typeof children === 'string' ? children : null);
  useEffect(() => {
    if (words !== null) document.title = `${words} · Vaktis`;
  }, [words]);
  return <h1 className="view-heading">{children}</h1>;
}
