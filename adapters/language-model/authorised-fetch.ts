import type { ModelCredential } from '#bot/settings/language-model-settings.ts';
import { createManagedIdentity } from './managed-identity.ts';

export type Fetch = typeof fetch;

/**
 * A fetch that says who we are, for any of the clients: their own ways differ. It follows no redirect, so the key goes
 * to the address that was set and nowhere that it points to.
 */
export function authorisedFetch(credential: ModelCredential, plain: Fetch): Fetch {
  const identity =
    credential.kind === 'managed-identity' ? createManagedIdentity(credential.clientId, plain) : null;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete('authorization');
    if (credential.kind === 'key' && credential.header === 'api-key') headers.set('api-key', credential.key);
    if (credential.kind === 'key' && credential.header === 'authorization')
      headers.set('authorization', `Bearer ${credential.key}`);
    if (identity !== null) headers.set('authorization', `Bearer ${await identity.token()}`);
    return plain(input, { ...init, headers, redirect: 'error' });
  };
}
