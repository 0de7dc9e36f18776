import { toTable } from '../../bench/turn/figures.ts';
import type { Outcome } from './run-chaos.ts';

/** Says what happened, and last the verdict. @returns the number of broken promises. */
export function report(
  { happened, counts, expected, verdict, database, seconds, notes = [] }: Outcome,
  say: (text: string) => void,
): number {
  const kinds = Map.groupBy(happened, ({ kind }) => kind);
  const rows = [...kinds].map(([kind, all]) => [
    kind,
    String(all.length),
    (all.reduce((sum, { from, until }) => sum + until - from, 0) / 1000).toFixed(1),
    String(verdict.unavoidable.get(kind) ?? 0),
  ]);
  const single = [...counts].map(([kind, n]) => [
    kind,
    String(n),
    '',
    String(verdict.unavoidable.get(kind) ?? 0),
  ]);
  say(`\n${toTable([['fault', 'times', 'seconds', 'twice by it'], ...rows, ...single])}\n`);
  const { handoffs, pressed } = expected;
  const againSaid = handoffs.flatMap(({ said }) => said).filter(({ tries }) => tries > 1).length;
  const againPressed = pressed.filter(({ tries }) => tries.length > 1).length;
  say(
    `${handoffs.length} handoffs in ${seconds.toFixed(0)} s: ${verdict.cases} cases seen, ${verdict.tickets} tickets, ` +
      `${verdict.cards} messages shown; ${againSaid} messages and ${againPressed} of ${pressed.length} presses made again.`,
  );
  say(
    `the database: ${database.cases} cases, ${database.open} open, ${database.uncertain} messages sent that may have arrived before, ` +
      `${database.undeliverable} not sent (overtaken or unreachable).`,
  );
  for (const note of notes) say(note);
  const broken = [...verdict.broken, ...inDatabase(database, handoffs.length)];
  for (const line of broken.slice(0, 40)) say(line);
  const twice = [...verdict.unavoidable.values()].reduce((sum, n) => sum + n, 0);
  say(
    broken.length === 0
      ? `Nothing was lost, everybody was told; ${twice} unavoidable repeats, each named above.`
      : `Broken: ${broken.length} promises.`,
  );
  return broken.length;
}

function inDatabase(database: Outcome['database'], asked: number): string[] {
  const { cases, left, unheard, writtenTwice, deadJobs, ownerless } = database;
  const { waitingForContractor } = database;
  return [
    ...(cases === asked ? [] : [`the database has ${cases} cases for ${asked} handoffs`]),
    ...(left === 0 ? [] : [`${left} messages were left in the outbox`]),
    ...(unheard === 0 ? [] : [`${unheard} messages of people were kept and never answered`]),
    ...(writtenTwice === 0 ? [] : [`${writtenTwice} messages were written twice`]),
    ...(waitingForContractor === 0 ? [] : [`${waitingForContractor} cases still wait for the contractor`]),
    ...(deadJobs === 0 ? [] : [`${deadJobs} jobs were given up`]),
    ...ownerless.map((number) => `${number} is nobody's`),
  ];
}
