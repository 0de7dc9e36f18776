import type { MonthResult } from './simulate-month.ts';

/** The month as a table, for a terminal. */
export function renderMonth({ tally, violations, ...counts }: MonthResult): string {
  const { presses, promises, events } = tally;
  const event = (kind: string) => String(events.get(kind) ?? 0);
  const rows: readonly (readonly [string, string])[] = [
    ['cases reported', String(tally.opened)],
    ['  brought to an end', String(counts.endedWell)],
    ['  waiting for a part, an answer or the contractor', String(counts.waitingForOthers)],
    ['offers', event('offered')],
    [
      '  accepted / declined / silent / late',
      `${presses.accepted} / ${presses.declined} / ${presses.silent} / ${presses.late}`,
    ],
    ['  undeliverable', String(presses.undeliverable)],
    ['escalated to the next', event('escalated')],
    ['sick calls; cases moved or told to wait', `${tally.sick}; ${event('owner-absent')}`],
    [
      'minutes until somebody had it, median / 95 %',
      `${quantile(tally.taken, 0.5)} / ${quantile(tally.taken, 0.95)}`,
    ],
    ['promises slipping, told before the time', event('slipping')],
    ['promises broken, told to both', event('promise-broken')],
    [
      'promises kept / late / changed / given up',
      [promises.kept, promises.late, promises.changed, promises['given-up']].join(' / '),
    ],
    ['responses overdue, told to all', event('response-overdue')],
    ['contractor overdue', event('contractor-overdue')],
    ['reopened', event('reopened')],
    ['rescued by the nightly check', event('rescued')],
    ...rules.map((rule): [string, string] => [
      rule,
      String(violations.filter((known) => known.rule === rule).length),
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}${value}`);
  const first = violations.slice(0, 20).map(({ rule, caseId, detail }) => `! ${rule}: ${caseId} ${detail}`);
  return [...lines, ...first].join('\n');
}

const rules = [
  'forgotten',
  'not brought to an end',
  'offered to somebody absent',
  'offered to two at once',
  'something was thrown',
];

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
