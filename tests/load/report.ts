import { percentile, toTable } from '../bench/turn/figures.ts';
import type { Answered, Verdict } from './check.ts';
import type { CrowdFigures, ReplicaFigures } from './replica.ts';
import type { Arrived } from './teams-side.ts';
import type { Posted } from './traffic.ts';

export type Phase = {
  readonly name: string;
  /** Messages a second that were offered, and seconds. */
  readonly rate: number;
  readonly seconds: number;
  /** The worst that was seen while it lasted. */
  readonly turnAge: number;
  readonly backlogAge: number;
  readonly backlog: number;
  readonly deferred: number;
};

export type Outcome = {
  readonly phases: readonly Phase[];
  readonly verdict: Verdict;
  readonly posted: readonly Posted[];
  readonly told: { readonly kept: number; readonly full: number };
  readonly replicas: readonly { readonly before: ReplicaFigures; readonly after: ReplicaFigures }[];
  readonly crowd: CrowdFigures;
  readonly presses: { readonly took: readonly number[]; readonly failed: number };
  readonly tickets: { readonly tickets: number; readonly twice: number };
  readonly outbox: { readonly left: number; readonly waiting: number; readonly cases: number };
  readonly endedWith: readonly (number | null)[];
};

/** Says what was seen. @returns what was promised and is not so. */
export function report(outcome: Outcome, say: (text: string) => void): string[] {
  const { phases, verdict, posted, told, replicas, presses, tickets, outbox, crowd } = outcome;
  const header = [
    'phase',
    'offered/s',
    'served/s',
    'messages',
    'first p50',
    'p95',
    'p99',
    'reply p50',
    'p95',
    'p99',
  ];
  const more = ['deferred', 'turn age s', 'backlog', 'backlog age s'];
  const rows = phases.map((phase) => rowOf(phase, verdict.answered));
  say(`\n${toTable([[...header, ...more], ...rows])}\n`);
  say(
    'first: until the first sign of life, of those who had not been told before; reply: until the reply itself; in ms at the reader’s side.',
  );
  for (const [index, { before, after }] of replicas.entries())
    say(
      `replica ${index + 1}: ${after.residentMb.toFixed(0)} MB (at rest ${before.residentMb.toFixed(0)}), ${(after.cpuSeconds - before.cpuSeconds).toFixed(1)} s of processor time, ${after.statements - before.statements} statements`,
    );
  const again = posted.filter(({ handed }) => (handed?.tries.length ?? 0) > 1).length;
  const [p50, p95] = [percentile(presses.took, 0.5), percentile(presses.took, 0.95)];
  say(
    `${posted.length} messages, ${again} handed over again; ${outbox.cases} cases, ${tickets.tickets} of them tickets at contractors; ${presses.took.length} presses answered (p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)} ms).`,
  );
  say(
    `${crowd.deferred} deferred, ${told.kept} told so; ${crowd.refused} of one noisy person refused, told ${told.full} times.`,
  );
  return findFaults(outcome);
}

function rowOf({ name, rate, seconds, ...phase }: Phase, answered: readonly Answered[]): string[] {
  const own = answered.filter(({ posted }) => posted.phase === name && posted.kind !== 'noise');
  const of = (which: 'first' | 'reply') => own.flatMap((one) => one[which] ?? []);
  const began = Math.min(...own.map(({ posted }) => posted.from));
  const inTime = own.filter(
    ({ posted, reply }) => reply !== null && posted.from + reply < began + seconds * 1000,
  );
  const quantiles = (which: 'first' | 'reply') =>
    [0.5, 0.95, 0.99].map((share) => percentile(of(which), share).toFixed(0));
  return [
    name,
    String(rate),
    (inTime.length / seconds).toFixed(0),
    String(own.length),
    ...quantiles('first'),
    ...quantiles('reply'),
    String(phase.deferred),
    phase.turnAge.toFixed(1),
    String(phase.backlog),
    phase.backlogAge.toFixed(1),
  ];
}

/** What a reader would have seen of it first. */
function wordsOf({ body }: Arrived): string {
  return /"(?:summary|text)":"([^"]{0,80})/.exec(body)?.[1] ?? '?';
}

function findFaults({ verdict, outbox, tickets, presses, endedWith, told }: Outcome): string[] {
  const some = (what: string, posted: readonly Posted[]) =>
    posted.length === 0
      ? []
      : [
          `${posted.length} ${what}: ${posted.slice(0, 5).map(({ id, kind, phase }) => `${id} (${kind}, ${phase})`)}`,
        ];
  const count = (what: string, number: number) => (number === 0 ? [] : [`${number} ${what}`]);
  return [
    ...some('messages were not taken', verdict.notTaken),
    ...some('messages were lost', verdict.lost),
    ...count(
      `replies came twice or uncalled for: ${verdict.doubled.slice(0, 5).map(wordsOf)}`,
      verdict.doubled.length,
    ),
    ...some('messages were answered out of order', verdict.outOfOrder),
    ...count('chats were told more than once that it takes a while', verdict.toldTwice),
    ...count('messages were left in the outbox', outbox.left),
    ...count('messages still wait', outbox.waiting),
    ...count('tickets stand twice at a contractor', tickets.twice),
    ...count('presses were not taken', presses.failed),
    ...(told.full > 1 ? [`the noisy person was told ${told.full} times`] : []),
    ...endedWith
      .filter((code) => code !== 0)
      .map((code) => `a replica ended with ${code} when asked to stop`),
  ];
}
