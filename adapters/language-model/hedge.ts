import { ModelFailed } from './chat-client.ts';
import { toModelFailure } from './model-failure.ts';

export type Attempt<T> = (run: {
  readonly signal: AbortSignal;
  /** The first piece of the answer is here. @returns false: another request was quicker, say nothing. */
  readonly begun: () => boolean;
}) => Promise<T>;

export type HedgeTimes = {
  /** Milliseconds after which a second request is sent beside the first, unless that has begun to answer. */
  readonly second: number;
  /** Until the answer has to begin, and to be whole. */
  readonly first: number;
  readonly whole: number;
};

export type Hedged<T> = { readonly value: T; readonly requests: number };

/**
 * Asks once, and once more beside it when the first is slow to begin or fails in passing. Whichever begins first is
 * listened to, the other is ended. What has begun is never asked anew: a person may be reading it.
 * @throws ModelFailed
 */
export async function hedge<T>(attempt: Attempt<T>, times: HedgeTimes): Promise<Hedged<T>> {
  const ends: AbortController[] = [];
  let winner: number | null = null;
  const failures: ModelFailed[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Hedged<T>>();
  const timers: NodeJS.Timeout[] = [];
  const later = (work: () => void, after: number) => timers.push(setTimeout(work, after));
  const send = () => {
    const place = ends.length;
    const end = new AbortController();
    ends.push(end);
    const begun = () => {
      winner ??= place;
      if (winner === place) for (const [other, one] of ends.entries()) if (other !== place) one.abort();
      return winner === place;
    };
    attempt({ signal: end.signal, begun }).then(
      (value) => {
        if (begun()) resolve({ value, requests: ends.length });
      },
      (error: unknown) => fail(place, toModelFailure(error, end.signal)),
    );
  };
  const fail = (place: number, failure: ModelFailed) => {
    if (winner !== null && winner !== place) return;
    failures.push(failure);
    const isLast = failures.length === ends.length;
    const mayRepeat = winner === null && ends.length === 1 && isPassing(failure);
    if (mayRepeat) send();
    else if (isLast || winner === place) reject(failure);
  };
  const tooSlow = () => {
    for (const end of ends) end.abort();
    reject(new ModelFailed('the endpoint is too slow', 'slow'));
  };
  later(() => winner === null && ends.length === 1 && send(), times.second);
  later(() => winner === null && tooSlow(), times.first);
  later(tooSlow, times.whole);
  send();
  try {
    return await promise;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    for (const end of ends) end.abort();
  }
}

/** A short wait may help; where the endpoint asks for a longer one it gets it. */
function isPassing({ kind, retryAfter }: ModelFailed): boolean {
  return (kind === 'later' || kind === 'nonsense') && (retryAfter ?? 0) === 0;
}
