import type { Replica } from './replica.ts';
import type { Phase } from './report.ts';

type Worst = Pick<Phase, 'turnAge' | 'backlogAge' | 'backlog' | 'deferred'>;

const lookEvery = 500;

/** Looks at the replicas' own figures now and again, and keeps the worst. */
export function watchCrowd(replicas: readonly Replica[]): { end(): Promise<Worst> } {
  let worst: Worst = { turnAge: 0, backlogAge: 0, backlog: 0, deferred: 0 };
  const read = async () => {
    const seen = await Promise.all(replicas.map((replica) => replica.crowd()));
    worst = {
      turnAge: Math.max(worst.turnAge, ...seen.map(({ turnAge }) => turnAge)),
      backlogAge: Math.max(worst.backlogAge, ...seen.map(({ backlogAge }) => backlogAge)),
      backlog: Math.max(worst.backlog, ...seen.map(({ backlog }) => backlog)),
      deferred: 0,
    };
    return seen.reduce((sum, { deferred }) => sum + deferred, 0);
  };
  const first = read();
  let looking: Promise<unknown> = first;
  const timer = setInterval(() => {
    looking = looking.then(read).catch(() => undefined);
  }, lookEvery);
  return {
    async end() {
      clearInterval(timer);
      await looking;
      const deferred = (await read()) - (await first);
      return { ...worst, deferred };
    },
  };
}
