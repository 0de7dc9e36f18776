import type { Person } from './desk-data.ts';

/** One request to the stand-in. `body` is parsed JSON, or the bytes of a file. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly contentType: string;
  readonly person: Person;
  readonly language: 'sv' | 'en';
};

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly type?: string;
};

/** `path` as in bot/web/api/README.md: `/notes/:folder/:name`. The first that fits answers. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly answer: (asked: Asked) => Answer | Promise<Answer>;
};

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function refuse(status: number, error: string, message = ''): Answer {
  return { status, body: { error, message, reference: 'stand-in' } };
}

/** A page of a list; the cursor is the place of its first row. */
export function page<T>(items: readonly T[], query: URLSearchParams): Answer {
  const from = Number(query.get('cursor') ?? 0);
  const size = Math.min(Number(query.get('limit') ?? 50), 200);
  const next = from + size < items.length ? String(from + size) : null;
  return ok({ items: items.slice(from, from + size), next, total: items.length });
}
