/** A part of a whole, 0–1, beside the number that says it. */
export function Bar({ part }: { part: number }) {
  return (
    <span className="insights-bar" aria-hidden="true">
      <span style={{ width: `${100 * Math.min(1, Math.max(0, part))}%` }} />
    </span>
  );
}
