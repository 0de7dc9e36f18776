import { codeOf } from '../entra/failure-code.ts';
import { requestToken, type TokenRequest } from '../entra/request-token.ts';
import { GraphFailed } from './errors.ts';
import { GraphPage } from './graph-schema.ts';

export type GraphOptions = Omit<TokenRequest, 'resource'> & {
  /** `https://graph.microsoft.com`: what is asked, and what the token is for. */
  readonly graphUrl: string;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
};

export const publicGraph = 'https://graph.microsoft.com';
const patience = 30_000;
const tries = 6;
/** One wait, in milliseconds: longer, and it is better to come back later. */
const longestWait = 5 * 60_000;
/** Of 999 people each: a directory of millions, or an answer that goes in circles. */
const mostPages = 5_000;

/**
 * The pages of one list, in order. Waits when Graph asks for it (429, 503), and gets a new token when the old one ends
 * on the way. https://learn.microsoft.com/graph/throttling
 * @throws GraphFailed
 */
export async function* readPages(path: string, options: GraphOptions): AsyncGenerator<readonly unknown[]> {
  const session = { token: await newToken(options) };
  let next: string | undefined = `${options.graphUrl}${path}`;
  for (let page = 0; next !== undefined; page += 1) {
    if (page >= mostPages) throw new GraphFailed({ kind: 'strange-answer', status: 200 });
    const parsed = GraphPage.safeParse(await askPatiently(next, session, options));
    if (!parsed.success) throw new GraphFailed({ kind: 'strange-answer', status: 200 });
    yield parsed.data.value;
    const link = sameHost(parsed.data['@odata.nextLink'], options.graphUrl);
    if (link !== undefined && link === next) throw new GraphFailed({ kind: 'strange-answer', status: 200 });
    next = link;
  }
}

async function newToken({ graphUrl, ...request }: GraphOptions): Promise<string> {
  const answer = await requestToken({ ...request, resource: graphUrl });
  if (answer.kind === 'token') return answer.token;
  if (answer.kind === 'unreachable') throw new GraphFailed({ kind: 'unreachable', why: answer.why });
  throw new GraphFailed({ kind: 'no-token', code: answer.code });
}

/** The token goes to Graph and nowhere that an answer points to. */
function sameHost(link: string | undefined, graphUrl: string): string | undefined {
  if (link === undefined) return undefined;
  if (URL.canParse(link) && new URL(link).origin === new URL(graphUrl).origin) return link;
  throw new GraphFailed({ kind: 'strange-answer', status: 200 });
}

async function askPatiently(
  url: string,
  session: { token: string },
  options: GraphOptions,
): Promise<unknown> {
  let renewed = false;
  for (let tried = 1; ; tried += 1) {
    const answer = await ask(url, session.token, options.fetch);
    if (answer.kind === 'body') return answer.body;
    if (answer.status === 401 && !renewed) {
      renewed = true;
      session.token = await newToken(options);
      continue;
    }
    if (answer.status === 401 || answer.status === 403) throw new GraphFailed({ kind: 'no-permission' });
    const wait = answer.retryAfter(options.now()) ?? 1_000 * 2 ** tried;
    if (!answer.passing) throw new GraphFailed({ kind: 'strange-answer', status: answer.status });
    if (tried >= tries || wait > longestWait) throw givenUp(answer);
    await options.wait(wait);
  }
}

type Answer =
  | { readonly kind: 'body'; readonly body: unknown }
  | {
      readonly kind: 'refusal';
      /** 0: no answer at all. */
      readonly status: number;
      readonly passing: boolean;
      readonly why: string;
      readonly retryAfter: (now: Date) => number | null;
    };

function givenUp({ status, why }: Extract<Answer, { kind: 'refusal' }>): GraphFailed {
  return new GraphFailed(status === 0 ? { kind: 'unreachable', why } : { kind: 'busy' });
}

async function ask(url: string, token: string, send: typeof fetch): Promise<Answer> {
  try {
    const response = await send(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return { kind: 'body', body: await response.json() };
    await response.body?.cancel();
    const { status, headers } = response;
    const passing = status === 429 || status >= 500;
    return { kind: 'refusal', status, passing, why: '', retryAfter: (now) => waitOf(headers, now) };
  } catch (error) {
    return { kind: 'refusal', status: 0, passing: true, why: codeOf(error), retryAfter: () => null };
  }
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3), in milliseconds. */
function waitOf(headers: Headers, now: Date): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : new Date(value).getTime() - now.getTime();
  return Number.isFinite(wait) ? Math.max(wait, 0) : null;
}
