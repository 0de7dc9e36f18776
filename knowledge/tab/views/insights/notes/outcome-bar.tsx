import type { NoteFigure } from '#bot/web/api/contract/insights-contract.ts';

/** Helped, nobody said, did not help: side by side, as the numbers in the same row say. */
export function OutcomeBar({ of: { solved, silent, notSolved } }: { of: NoteFigure }) {
  const all = Math.max(1, solved + silent + notSolved);
  const width = (count: number) => ({ width: `${(100 * count) / all}%` });
  return (
    <span className="insights-outcome">
      <span data-part="solved" style={width(solved)} />
      <span data-part="silent" style={width(silent)} />
      <span data-part="not-solved" style={width(notSolved)} />
    </span>
  );
}
