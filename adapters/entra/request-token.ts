import { z } from 'zod';
import { codeOf } from './failure-code.ts';

/** Who asks. A secret is never logged. */
export type EntraCredential =
  | { readonly kind: 'secret'; readonly clientId: string; readonly secret: string }
  | {
      readonly kind: 'managed-identity';
      readonly clientId: string | null;
      readonly host: IdentityHost | null;
    };

/** Where App Service and Container Apps hand out an identity's tokens; null: the machine's metadata service. */
export type IdentityHost = { readonly endpoint: string; readonly header: string };

export type TokenRequest = {
  readonly credential: EntraCredential;
  readonly tenantId: string;
  /** What the token is for: `https://graph.microsoft.com`, without a path. */
  readonly resource: string;
  readonly loginUrl: string;
  readonly fetch: typeof fetch;
};

/** `date`: what the answer says the time is. */
export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: string; readonly seconds: number; readonly date: Date | null }
  /** `code`: the number of AADSTS7000222. Their text is not passed on: it names ids and traces. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: number | null;
      readonly date: Date | null;
    }
  | { readonly kind: 'unreachable'; readonly why: string };

export const publicLogin = 'https://login.microsoftonline.com';
/** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token */
const metadataService = 'http://169.254.169.254/metadata/identity/oauth2/token';
const patience = 10_000;

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const Refused = z.object({
  error_codes: z.array(z.number()).optional(),
  error_description: z.string().optional(),
});

/**
 * Asks Entra for a token of the application itself (client credentials), or the machine for its identity's. Never
 * throws for what they answer. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function requestToken(request: TokenRequest): Promise<TokenAnswer> {
  try {
    const { url, init } = toCall(request);
    const response = await request.fetch(url, {
      ...init,
      // A redirect would take the secret to a place that nobody set.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    return await readAnswer(response);
  } catch (error) {
    return { kind: 'unreachable', why: codeOf(error) };
  }
}

function toCall({ credential, tenantId, resource, loginUrl }: TokenRequest): {
  url: string;
  init: RequestInit;
} {
  if (credential.kind === 'managed-identity') return toIdentityCall(credential, resource);
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credential.clientId,
    client_secret: credential.secret,
    scope: `${resource}/.default`,
  });
  return {
    url: `${loginUrl}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
    init: { method: 'POST', body },
  };
}

function toIdentityCall(
  { clientId, host }: Extract<EntraCredential, { kind: 'managed-identity' }>,
  resource: string,
): { url: string; init: RequestInit } {
  const url = new URL(host?.endpoint ?? metadataService);
  url.searchParams.set('api-version', host === null ? '2018-02-01' : '2019-08-01');
  url.searchParams.set('resource', resource);
  if (clientId !== null) url.searchParams.set('client_id', clientId);
  const headers: Record<string, string> =
    host === null ? { metadata: 'true' } : { 'x-identity-header': host.header };
  return { url: url.href, init: { headers } };
}

async function readAnswer(response: Response): Promise<TokenAnswer> {
  const date = dateOf(response);
  const body: unknown = await response.json().catch(() => null);
  const granted = Granted.safeParse(body);
  if (response.ok && granted.success) {
    const { access_token: token, expires_in: seconds } = granted.data;
    return { kind: 'token', token, seconds, date };
  }
  return { kind: 'refused', status: response.status, code: refusalCode(body), date };
}

function refusalCode(body: unknown): number | null {
  const { data } = Refused.safeParse(body);
  const written = /\bAADSTS(\d{3,9})\b/.exec(data?.error_description ?? '')?.[1];
  return data?.error_codes?.[0] ?? (written === undefined ? null : Number(written));
}

/** The time by an answer's `Date` header; null when it says none. */
export function dateOf(response: Pick<Response, 'headers'>): Date | null {
  const at = new Date(response.headers.get('date') ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}
