import type { ApiError } from '#bot/web/api/contract/common-contract.ts';

/** `unreachable`: no answer at all (the network, or the server is gone). */
export type FailureKind = ApiError['error'] | 'unreachable';

/** A request that did not succeed. `message` is in the reader's language when the server could say it. */
export class ApiFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number;
  readonly reference: string | null;
  readonly faults: NonNullable<ApiError['faults']>;
  /** What the server sent, such as the two sides of a conflict. */
  readonly body: unknown;

  constructor(failure: { kind: FailureKind; status: number; message?: string; body?: unknown }) {
    super(failure.message ?? '');
    this.name = 'ApiFailure';
    this.kind = failure.kind;
    this.status = failure.status;
    this.body = failure.body ?? null;
    const said = isRecord(failure.body) ? failure.body : {};
    this.reference = typeof said.reference === 'string' ? said.reference : null;
    this.faults = Array.isArray(said.faults) ? said.faults.filter(isFault) : [];
  }
}

const kindOfStatus: Readonly<Record<number, FailureKind>> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many',
};

/** What an answer that is not 2xx says. Anything may stand between us and the server, so its body may be anything. */
export function failureOf(status: number, body: unknown): ApiFailure {
  const said = isRecord(body) ? body : {};
  const kind = kindOfStatus[status] ?? (status >= 500 ? 'unavailable' : 'invalid-input');
  return new ApiFailure({
    kind,
    status,
    ...(typeof said.message === 'string' ? { message: said.message } : {}),
    body,
  });
}

/** True for an answer that nobody waits for any more. */
export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFault(value: unknown): value is { path: string; message: string } {
  return isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string';
}
