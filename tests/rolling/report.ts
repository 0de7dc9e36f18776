import { toTable } from '../bench/turn/figures.ts';
import type { Outbox, Verdict } from './check.ts';
import type { Restart } from './restart.ts';
import type { Spoken } from './speak.ts';

export type Outcome = {
  readonly restarts: readonly Restart[];
  readonly spoken: readonly Spoken[];
  readonly verdict: Verdict;
  readonly outbox: Outbox;
  readonly cases: number;
  /** Everything that Teams' side took. */
  readonly arrived: number;
};

/** Says what happened, and last the verdict. @returns the number of broken promises. */
export function report(outcome: Outcome, say: (text: string) => void): number {
  say(`\n${toTable(restartRows(outcome.restarts))}\n`);
  say(countMessages(outcome));
  const faults = findFaults(outcome);
  for (const fault of faults) say(fault);
  const { length } = outcome.spoken;
  say(
    faults.length === 0
      ? `No message was lost and none was answered twice: ${length} messages, ${outcome.restarts.length} restarts.`
      : `Broken: ${faults.length} of the promises above.`,
  );
  return faults.length;
}

function restartRows(restarts: readonly Restart[]): string[][] {
  const header = ['replica', 'signal', 'after s', 'ended with', 'stopped in ms', 'ready again in ms'];
  const rows = restarts.map(({ replica, signal, at, ended, readyAfter }) => [
    String(replica),
    signal,
    (at / 1000).toFixed(1),
    String(ended.code ?? 'killed'),
    ended.milliseconds.toFixed(0),
    readyAfter.toFixed(0),
  ]);
  return [header, ...rows];
}

function countMessages({ spoken, outbox, arrived, cases }: Outcome): string {
  const again = spoken.filter(({ handed }) => handed.tries.length > 1).length;
  const twice = spoken.filter((one) => one.twice).length;
  return (
    `${spoken.length} messages, ${again} of them handed over again after a refusal, ${twice} to both replicas at once; ` +
    `${cases} cases; ${outbox.sent} sent, ${arrived} arrived, ${outbox.uncertain} of them sent though they may have arrived before.`
  );
}

function findFaults({ restarts, spoken, verdict, outbox, cases, arrived }: Outcome): string[] {
  const asked = spoken.filter(({ kind, handed }) => kind === 'person' && handed.taken).length;
  const unclean = restarts.filter(({ signal, ended }) => signal === 'SIGTERM' && ended.code !== 0);
  const killed = restarts.some(({ signal }) => signal === 'SIGKILL');
  // Nobody can know whether what was under way at a kill had arrived: that much, and no more, may come twice.
  const allowed = killed ? outbox.uncertain : 0;
  return [
    ...verdict.notTaken.map((one) => `not taken: ${tell(one)}`),
    ...verdict.lost.map((one) => `lost: ${tell(one)}`),
    ...(verdict.doubled.length > allowed ? verdict.doubled.map((one) => `doubled: ${tell(one)}`) : []),
    ...(outbox.left > 0 ? [`${outbox.left} messages were left in the outbox`] : []),
    ...(outbox.uncertain > 0 && !killed
      ? [`${outbox.uncertain} were sent a second time without a kill`]
      : []),
    ...(arrived < outbox.sent || arrived > outbox.sent + allowed
      ? [`${outbox.sent} were marked as sent, and ${arrived} arrived`]
      : []),
    ...(cases === asked ? [] : [`${asked} asked for a person, and there are ${cases} cases`]),
    ...unclean.map(({ replica, ended }) => `replica ${replica} ended with ${ended.code} when asked to stop`),
  ];
}

function tell({ id, kind, handed, twice }: Spoken): string {
  const tries = handed.tries.map(({ port, status }) => `${port}: ${status || 'no answer'}`).join(', ');
  return `${id} (${kind}${twice ? ', sent twice' : ''}; ${tries})`;
}
