import type { Express } from 'express';
import type { Retirement } from './retirement.ts';

/** Why a process cannot serve. */
export type Unready =
  | 'starting'
  | 'draining'
  | 'overloaded'
  | 'event loop blocked'
  | 'database away'
  | 'database stuck'
  | 'migrations missing'
  | 'not ready';

/** True: it can serve. False and a rejection mean `not ready`. */
export type IsReady = () => Promise<boolean | Unready>;

export type HealthPorts = {
  readonly isReady: IsReady;
  readonly retirement: Pick<Retirement, 'isRetired'>;
  /** Whether everything that serves is begun. */
  readonly isStarted: () => boolean;
  /** Absent: it is not looked at. */
  readonly loop?: { readonly isBlocked: () => boolean };
  /** Whether only a new start helps. Absent: never. */
  readonly isLost?: () => boolean;
};

/** The first reason not to serve, of which the cheapest are looked at first; null: it can. */
export async function findUnready({
  isReady,
  retirement,
  isStarted,
  loop,
}: HealthPorts): Promise<Unready | null> {
  if (retirement.isRetired()) return 'draining';
  if (!isStarted()) return 'starting';
  if (loop?.isBlocked()) return 'event loop blocked';
  const ready = await isReady().catch(() => false);
  if (ready === true) return null;
  return ready === false ? 'not ready' : ready;
}

/**
 * `/healthz`: no only when a new start is all that helps, so that whoever restarts processes does not do it in vain.
 * `/readyz`: whether to send it work, and if not why: kinds of ours, never an error's text.
 */
export function addHealth(app: Express, ports: HealthPorts): void {
  app.get('/healthz', (_request, response) => {
    const lost = ports.isLost?.() ?? false;
    response.status(lost ? 503 : 200).json({ status: lost ? 'lost' : 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    const reason = await findUnready(ports);
    if (reason === null) response.json({ status: 'ready' });
    else response.status(503).json({ status: 'not ready', reason });
  });
}
