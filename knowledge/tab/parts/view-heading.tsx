import { type ReactNode, useEffect, useRef } from 'react';
import { greet } from './arrive.ts';

type Props = {
  readonly children: ReactNode;
  /** Where the heading is more than words. */
  readonly title?: string;
  /** Which part of the view is open, for whoever hears the heading: the others see it beside. */
  readonly part?: string;
};

/** A view's one h1, read to whoever comes there; the window's title follows it. */
export function ViewHeading({ children, title, part }: Props) {
  const words = title ?? (typeof children === 'string' ? children : null);
  useEffect(() => {
    if (words !== null) document.title = `${words} · Vaktis`;
  }, [words]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => greet(heading.current), []);
  return (
    <h1
      className="view-heading"
      ref={heading}
      tabIndex={-1}
      aria-label={part && words ? `${words}: ${part}` : undefined}
    >
      {children}
    </h1>
  );
}
