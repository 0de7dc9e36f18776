import type { z } from 'zod';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { noAnswer, refusalOf } from './failure.ts';

/** How calls are made; tests give their own. */
export type HttpOptions = {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Milliseconds for one call, its answer included. */
  readonly timeout?: number;
};

export type HttpCall<Answer> = {
  /** For errors and logs: what was asked, never with what. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Under the base address; query included. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?:
    | { readonly json: unknown }
    | { readonly bytes: Uint8Array; readonly type: string }
    | FormData;
  /** The fields of the answer that are used. */
  readonly answer: z.ZodType<Answer>;
  /** True for a look-up sent as POST. Default: everything but GET changes something. */
  readonly asksOnly?: boolean;
  /** True for what may be forbidden by itself, such as files: then a 403 is no matter of signing in. */
  readonly mayBeForbidden?: boolean;
};

/** One contractor's system over HTTP: JSON in, JSON out, every failure of one kind. */
export type HttpClient = {
  /** @throws OutsideSystemFailed */
  call<Answer>(call: HttpCall<Answer>): Promise<Answer>;
};

const defaultTimeout = 30_000;
/** Bytes. An answer is a ticket or a page of them. */
const largestAnswer = 5 * 1024 * 1024;

/** `base`: their address, https (http on this machine only: the setting is checked). */
export function createHttpClient(
  base: string,
  authorization: Readonly<Record<string, string>>,
  { fetch: send, now, timeout = defaultTimeout }: HttpOptions,
): HttpClient {
  return {
    async call(call) {
      const about = {
        name: call.name,
        changes: call.method !== 'GET' && call.asksOnly !== true,
        mayBeForbidden: call.mayBeForbidden === true,
      };
      const { response, text } = await exchange(call);
      if (!response.ok) throw refusalOf(response, about, now());
      const parsed = call.answer.safeParse(parseBody(text, response.status));
      // It said yes in words that nobody knows: it may well have been done.
      if (!parsed.success) {
        const message = `${call.name} was answered in an unknown form`;
        const { changes } = about;
        throw new OutsideSystemFailed(message, {
          retryable: true,
          ambiguous: changes,
          about: changes ? 'item' : 'system',
        });
      }
      return parsed.data;

      async function exchange(asked: typeof call) {
        try {
          const answer = await send(`${base}${asked.path}`, toRequest(asked, authorization, timeout));
          return { response: answer, text: await readBounded(answer) };
        } catch (error) {
          throw noAnswer(error, about);
        }
      }
    },
  };
}

function toRequest<A>(
  { method, headers, body }: HttpCall<A>,
  authorization: Readonly<Record<string, string>>,
  timeout: number,
): RequestInit {
  return {
    method,
    // A redirect would take a case and a password to a place that nobody set.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
    headers: { accept: 'application/json', ...authorization, ...contentType(body), ...headers },
    ...(body !== undefined && { body: toBody(body) }),
  };
}

type Body = NonNullable<HttpCall<unknown>['body']>;

function contentType(body: Body | undefined): Record<string, string> {
  if (body === undefined || body instanceof FormData) return {};
  return { 'content-type': 'json' in body ? 'application/json' : body.type };
}

function toBody(body: Body): NonNullable<RequestInit['body']> {
  if (body instanceof FormData) return body;
  return 'json' in body ? JSON.stringify(body.json) : new Blob([new Uint8Array(body.bytes)]);
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new Error('the answer is too large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Null: they say that there is nothing (204). Undefined: an answer that is none, such as a proxy's page. */
function parseBody(text: string, status: number): unknown {
  try {
    return status === 204 && text === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}
