import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector, ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { FailedStatus } from './measures.ts';
import { failedStatuses } from './metric-table.ts';
import type { Observer } from './observer.ts';
import { type Attributes, spanned, type Tracing } from './tracing.ts';

type Sent = Parameters<Notifier['send']>[0];

/** The same messages, each counted and traced; in the log by its kind and the id that Teams gave it. */
export function observeNotifier({ tracing, measures, logger }: Observer, notifier: Notifier): Notifier {
  const send = async (message: Sent) => {
    try {
      const sent = await notifier.send(message);
      measures.sent();
      logger.info({ reply: message.envelope.content.kind, sentAs: sent.activityId }, 'sent');
      return sent;
    } catch (error) {
      measures.notSent(statusOf(error), error instanceof OutsideSystemFailed && !error.retryable);
      throw error;
    }
  };
  return {
    ...notifier,
    send: (message) => {
      const { envelope, replaces } = message;
      const attributes = { 'vaktis.reply': envelope.content.kind, 'vaktis.replaces': replaces !== null };
      return spanned(tracing, { name: 'delivery', kind: 'producer', attributes }, () => send(message));
    },
  };
}

/** The answer's status as far as it is told apart; `none`: there was no answer, or it did not come to one. */
export function statusOf(error: unknown): FailedStatus {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  if (status >= 500) return '5xx';
  if (status < 400 || Number.isNaN(status)) return 'none';
  return failedStatuses.find((known) => known === String(status)) ?? '4xx';
}

/** The same requests, each a span with method, host and status: a path holds people's and chats' ids. */
export function observeRequests<
  Init extends { readonly method?: string },
  Answer extends { readonly status: number },
>(
  tracing: Tracing | null,
  send: (url: string, init: Init) => Promise<Answer>,
): (url: string, init: Init) => Promise<Answer> {
  if (tracing === null) return send;
  return (url, init) => {
    const method = init.method ?? 'GET';
    const attributes = { 'http.request.method': method, 'server.address': hostOf(url) };
    return spanned(tracing, { name: `HTTP ${method}`, kind: 'client', attributes }, async (span) => {
      const answer = await send(url, init);
      span?.note({ 'http.response.status_code': answer.status });
      return answer;
    });
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : 'unknown';
}

/** What goes to contractors' systems, as spans; by the contractor's id in the settings. */
export function observeConnectors(
  { tracing }: Observer,
  connectors: ContractorConnectors,
): ContractorConnectors {
  if (tracing === null) return connectors;
  return (contractor) => {
    const connector = connectors(contractor);
    const attributes: Attributes = { 'vaktis.contractor': contractor.id };
    const within = <T>(what: string, work: () => Promise<T>) =>
      spanned(tracing, { name: `contractor ${what}`, kind: 'client', attributes }, work);
    return watchConnector(connector, within);
  };
}

/** A connector may hold its functions on itself, so they are called on it. */
function watchConnector(
  connector: ContractorConnector,
  within: <T>(what: string, work: () => Promise<T>) => Promise<T>,
): ContractorConnector {
  const { attach, reopen, follow } = connector;
  return {
    ...connector,
    create: (...given) => within('create', () => connector.create(...given)),
    comment: (...given) => within('comment', () => connector.comment(...given)),
    ...(attach ? { attach: (...given) => within('attach', () => attach.apply(connector, given)) } : {}),
    ...(reopen ? { reopen: (...given) => within('reopen', () => reopen.apply(connector, given)) } : {}),
    ...(follow ? { follow: (...given) => within('follow', () => follow.apply(connector, given)) } : {}),
  };
}
