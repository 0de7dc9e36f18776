import type { CallFor } from '#bot/model/language-model.ts';
import type { ModelLeash } from '#bot/settings/language-model-settings.ts';
import type { Budget } from './budget.ts';
import { estimateTokens, ModelFailed, type Usage } from './chat-client.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { type Attempt, type HedgeTimes, hedge } from './hedge.ts';
import type { CallOutcome, ModelCall, ModelCallStore, ModelMeter, Purpose } from './model-call.ts';

export type LeashLog = {
  info(data: object, sentence: string): void;
  warn(data: object, sentence: string): void;
};

export type LeashPorts = {
  readonly config: ModelLeash;
  readonly model: string;
  /** One for what a person waits for in a turn, one for all else: each may be too slow alone. */
  readonly breakers: { readonly inTurn: CircuitBreaker; readonly other: CircuitBreaker };
  readonly budget: Budget;
  readonly calls: Pick<ModelCallStore, 'add'>;
  readonly meter: ModelMeter | null;
  readonly log: LeashLog;
  readonly now: () => Date;
  /** Milliseconds on a steady clock. */
  readonly elapsed: () => number;
  readonly newId: () => string;
};

export type LeashedCall = {
  readonly purpose: Purpose;
  readonly prompt: string;
  readonly for: CallFor;
  /** All that is sent, masked. */
  readonly sent: string;
  readonly times: HedgeTimes;
};

export type Answered = { readonly usage: Usage; readonly content: string };

export type Leash = {
  /** Null: held back, failed, too slow; recorded in any case. Never throws. */
  run<T extends Answered>(call: LeashedCall, attempt: Attempt<T>): Promise<T | null>;
  /** Whether answers would be held back at the moment, since the endpoint failed lately. */
  rests(): boolean;
  /** Resolves when every call is recorded. */
  idle(): Promise<void>;
};

/** Everything that stands between Vaktis and a model: budgets, the breaker, time, one further try, the record. */
export function createLeash(ports: LeashPorts): Leash {
  const { breakers, budget, log, elapsed } = ports;
  const breakerOf = ({ purpose }: LeashedCall) =>
    purpose === 'understand' ? breakers.inTurn : breakers.other;
  const recording = new Set<Promise<void>>();
  const record = (call: LeashedCall, made: Made) => {
    const entry = toEntry(ports, call, made);
    ports.meter?.called(entry);
    // While it rests nothing was asked: that is counted, and no reason to write.
    if (entry.outcome === 'resting') return;
    budget.spend(entry.upn, entry.tokensIn + entry.tokensOut);
    const kept = ports.calls.add(entry).catch((error: unknown) => {
      log.warn(
        { reason: error instanceof Error ? error.name : 'unknown' },
        'A call of the model could not be recorded.',
      );
    });
    recording.add(kept);
    void kept.finally(() => recording.delete(kept));
  };
  const tell = (call: LeashedCall, failure: unknown) => {
    const kind = failure instanceof ModelFailed ? failure.kind : 'later';
    if (kind === 'leaked') log.warn({}, 'A model gave its instructions away; what it said is not used.');
    if (kind === 'leaked' || kind === 'stopped' || kind === 'refused') return;
    const reason = failure instanceof Error ? failure.message : 'unknown';
    if (breakerOf(call).failed()) log.warn({ reason }, 'The model is done without for a while.');
  };
  return {
    async run(call, attempt) {
      const breaker = breakerOf(call);
      if (!breaker.mayAsk()) return held(record, call, 'resting');
      if (!(await budget.mayAsk(call.for.upn))) {
        log.info({ purpose: call.purpose }, 'No tokens are left for the model: the rules go on alone.');
        return held(record, call, 'over-budget');
      }
      const started = elapsed();
      let first: number | null = null;
      let requests = 0;
      const listened: typeof attempt = ({ signal, begun }) => {
        requests += 1;
        return attempt({
          signal,
          begun: () => {
            first ??= elapsed() - started;
            return begun();
          },
        });
      };
      const done = (outcome: CallOutcome, answered: Answered | null) =>
        record(call, { outcome, requests, answered, first, took: elapsed() - started });
      try {
        const { value } = await hedge(listened, call.times);
        if (breaker.worked()) log.info({}, 'The model answers again.');
        done('ok', value);
        return value;
      } catch (error) {
        tell(call, error);
        done(outcomeOf(error), null);
        return null;
      }
    },
    rests: () => breakers.other.rests(),
    async idle() {
      while (recording.size > 0) await Promise.allSettled(recording);
    },
  };
}

type Made = {
  readonly outcome: CallOutcome;
  readonly requests: number;
  readonly answered: Answered | null;
  readonly first: number | null;
  readonly took: number;
};

function held(
  record: (call: LeashedCall, made: Made) => void,
  call: LeashedCall,
  outcome: CallOutcome,
): null {
  record(call, { outcome, requests: 0, answered: null, first: null, took: 0 });
  return null;
}

function outcomeOf(error: unknown): CallOutcome {
  return error instanceof ModelFailed ? error.kind : 'later';
}

/** What failed on the way was read all the same, and is paid for. */
function toEntry(ports: LeashPorts, call: LeashedCall, made: Made): ModelCall {
  const { keepContent, price } = ports.config;
  const tokensIn = made.answered?.usage.tokensIn ?? estimateTokens(call.sent) * Math.min(made.requests, 1);
  const tokensOut = made.answered?.usage.tokensOut ?? 0;
  return {
    id: ports.newId(),
    at: ports.now(),
    purpose: call.purpose,
    model: ports.model,
    prompt: call.prompt,
    ...call.for,
    outcome: made.outcome,
    requests: made.requests,
    tokensIn,
    tokensOut,
    cost: (tokensIn * price.in + tokensOut * price.out) / 1_000_000,
    firstTokenAfter: made.first === null ? null : Math.round(made.first),
    took: Math.round(made.took),
    sent: keepContent && made.requests > 0 ? call.sent : null,
    answered: keepContent ? (made.answered?.content ?? null) : null,
  };
}
