import { z } from 'zod';
import { ModelFailed } from './chat-client.ts';

/** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token */
const address = 'http://169.254.169.254/metadata/identity/oauth2/token';
const resource = 'https://cognitiveservices.azure.com/';
const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
/** A token is renewed so long before it ends, in milliseconds. */
const spare = 5 * 60_000;
const patience = 5_000;

export type ManagedIdentity = { token(): Promise<string> };

/**
 * Tokens of the machine's own identity, from Azure's metadata service. A few lines instead of a library of hundreds of
 * files, which would ask the same address.
 */
export function createManagedIdentity(
  clientId: string | null,
  get: typeof fetch,
  now: () => number = () => performance.now(),
): ManagedIdentity {
  let known: { token: string; until: number } | null = null;
  const url = new URL(address);
  url.searchParams.set('api-version', '2018-02-01');
  url.searchParams.set('resource', resource);
  if (clientId !== null) url.searchParams.set('client_id', clientId);
  return {
    async token() {
      if (known !== null && now() < known.until) return known.token;
      const parsed = Token.safeParse(await ask(url, get));
      if (!parsed.success) throw new ModelFailed('the managed identity gave no token', 'settings');
      const { access_token: token, expires_in: seconds } = parsed.data;
      known = { token, until: now() + seconds * 1000 - spare };
      return token;
    },
  };
}

async function ask(url: URL, get: typeof fetch): Promise<unknown> {
  try {
    const answer = await get(url, { headers: { metadata: 'true' }, signal: AbortSignal.timeout(patience) });
    return await answer.json();
  } catch {
    throw new ModelFailed('the managed identity cannot be asked', 'later');
  }
}
