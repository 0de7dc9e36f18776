import type { ChaosReport, ChaosResult } from './run-chaos.ts';

const heads = ['connector', 'cases', 'said', 'went wrong', 'missing', 'twice', 'strange', 'marked repeats'];

/** A line for each connector, then what was wrong, by its case. */
export function table({ results, died, rounds, stillWaiting }: ChaosReport): string[] {
  const rows = results.map(({ connector, cases, faults, canBeAsked, verdict }) => [
    connector,
    cases,
    verdict.expected,
    faults,
    verdict.missing.length,
    verdict.duplicates.length,
    verdict.strange.length,
    canBeAsked ? '-' : verdict.marked,
  ]);
  const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map(line),
    `${rounds} rounds; ${died} times the process died after a yes; ${stillWaiting} still waiting at the end`,
    ...results.flatMap(faultsOf),
  ];
}

function faultsOf({ connector, verdict }: ChaosResult): string[] {
  const list = (what: string, all: readonly string[]) =>
    all.slice(0, 10).map((one) => `  ${connector}: ${what} ${one}`);
  return [
    ...list('missing', verdict.missing),
    ...list('twice', verdict.duplicates),
    ...list('strange', verdict.strange),
  ];
}

export function isKept({ results, stillWaiting }: ChaosReport): boolean {
  const isWhole = ({ verdict }: ChaosResult) =>
    verdict.missing.length + verdict.duplicates.length + verdict.strange.length === 0;
  return stillWaiting === 0 && results.every(isWhole);
}
