import { type FailureKind, ModelFailed } from './chat-client.ts';

/** What an endpoint, or one of its clients, threw; without its words, which may quote what was sent. */
export function toModelFailure(error: unknown, signal: AbortSignal): ModelFailed {
  if (error instanceof ModelFailed) return error;
  if (signal.aborted) return new ModelFailed('the endpoint is too slow', 'slow');
  const status = numberOf(error, 'status');
  if (status === null) return new ModelFailed('the endpoint cannot be reached', 'later');
  return new ModelFailed(`the endpoint answered ${status}`, kindOf(status, error), retryAfterOf(error));
}

function kindOf(status: number, error: unknown): FailureKind {
  if (status === 401 || status === 403 || status === 404) return 'settings';
  if (status === 400) return textOf(error, 'code') === 'content_filter' ? 'refused' : 'settings';
  return 'later';
}

function retryAfterOf(error: unknown): number | null {
  const headers = fieldOf(error, 'headers');
  const given = headers instanceof Headers ? headers.get('retry-after') : fieldOf(headers, 'retry-after');
  const seconds = Number(given ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function numberOf(value: unknown, name: string): number | null {
  const field = fieldOf(value, name);
  return typeof field === 'number' ? field : null;
}

function textOf(value: unknown, name: string): string | null {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : null;
}
