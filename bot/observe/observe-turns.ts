import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import type { ReceivePorts } from '#bot/conversation/receive-message.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import type { ReceiveMessage, TurnResult } from '#bot/conversation/turn-result.ts';
import { beginTrail, currentTrail, onTrail } from '#bot/trail.ts';
import type { TurnKind, TurnOutcome } from './measures.ts';
import type { Observer } from './observer.ts';
import { faultOf, type Span, spanned } from './tracing.ts';

/** The same turns, each counted, told of in one line of the log, and traced. Kinds and ids only. */
export function observeTurns(observer: Observer, receive: ReceiveMessage): ReceiveMessage {
  return (message) => {
    const turn = kindOf(message);
    // What waited for its turn comes without the request that brought it.
    const trail = currentTrail() ?? beginTrail({ id: observer.newId() });
    const work = () =>
      spanned(
        observer.tracing,
        { name: 'turn', kind: 'server', attributes: { 'vaktis.turn': turn } },
        (span) => watchTurn(observer, { turn, message, span }, receive),
      );
    return onTrail({ ...trail, turn }, work);
  };
}

async function watchTurn(
  { measures, logger }: Observer,
  { turn, message, span }: { turn: TurnKind; message: IncomingMessage; span: Span | null },
  receive: ReceiveMessage,
): Promise<TurnResult> {
  const began = performance.now();
  const about = { activityId: message.id, turn };
  try {
    const result = await receive(message);
    const outcome = outcomeOf(result);
    measures.turned(turn, outcome);
    span?.note({ 'vaktis.outcome': outcome });
    logger.info(
      { ...about, outcome, caseId: result.caseId, ms: Math.round(performance.now() - began) },
      'turn',
    );
    return result;
  } catch (error) {
    measures.turned(turn, 'failed');
    logger.warn({ ...about, fault: faultOf(error) }, 'turn broke off');
    throw error;
  }
}

function kindOf({ press, installed }: IncomingMessage): TurnKind {
  if (press) return 'press';
  return installed ? 'installed' : 'message';
}

function outcomeOf({ handled, decision }: TurnResult): TurnOutcome {
  if (!handled) return 'repeated';
  return decision ?? 'other';
}

/** Sends what a turn wrote; when the last of it was sent, or put off, the person has all of their answer. */
export function observeAnswers(
  { measures }: Observer,
  deliverAll: (ids: readonly string[]) => Promise<void>,
): (ids: readonly string[]) => Promise<void> {
  return async (ids) => {
    const trail = currentTrail();
    await deliverAll(ids);
    if (trail?.turn) measures.answered(trail.turn, (performance.now() - trail.since) / 1_000);
  };
}

/** The same understanding; what is triaged is seen. */
export function observeUnderstanding<Of extends Pick<ReceivePorts, 'triage'>>(
  observer: Observer,
  of: Of,
): Of {
  return { ...of, triage: observeTriage(observer, of.triage) };
}

/** Rules and search: no waiting in it, so a span is all that there is to see. */
function observeTriage({ tracing }: Observer, triage: ReceivePorts['triage']): ReceivePorts['triage'] {
  if (tracing === null) return triage;
  return (request, loaded, open) => spanned(tracing, { name: 'triage' }, () => triage(request, loaded, open));
}

/** What is stored together. */
export function observeStorage({ tracing }: Observer, storage: Storage): Storage {
  if (tracing === null) return storage;
  return {
    ...storage,
    transaction: (work, known) =>
      spanned(tracing, { name: 'database write', kind: 'client' }, () => storage.transaction(work, known)),
  };
}
