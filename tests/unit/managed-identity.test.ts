import { describe, expect, it } from 'vitest';
import { authorisedFetch } from '#adapters/language-model/authorised-fetch.ts';
import { createManagedIdentity } from '#adapters/language-model/managed-identity.ts';

/** Azure's metadata service, and whatever else is asked: what was asked is kept. */
function start(token: unknown = { access_token: 'azure-token', expires_in: '3600' }) {
  const asked: { url: string; headers: Headers; redirect: string | undefined }[] = [];
  const get: typeof fetch = async (input, init) => {
    asked.push({ url: String(input), headers: new Headers(init?.headers), redirect: init?.redirect });
    return Response.json(token);
  };
  return { asked, get };
}

describe('the machine’s own identity', () => {
  it('asks Azure’s metadata service for a token, once until it ends', async () => {
    const { asked, get } = start();
    let now = 0;
    const identity = createManagedIdentity('client-1', get, () => now);
    expect(await identity.token()).toBe('azure-token');
    now = 50 * 60_000;
    await identity.token();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toContain('http://169.254.169.254/metadata/identity/oauth2/token');
    expect(asked[0]?.url).toContain('client_id=client-1');
    expect(asked[0]?.headers.get('metadata')).toBe('true');
    now = 56 * 60_000;
    await identity.token();
    expect(asked).toHaveLength(2);
  });

  it('says so when there is none to be had', async () => {
    const { get } = start({ error: 'identity not found' });
    await expect(createManagedIdentity(null, get).token()).rejects.toThrow('gave no token');
  });

  it('goes with each request in place of a key, which follows no redirect', async () => {
    const { asked, get } = start();
    const send = authorisedFetch({ kind: 'managed-identity', clientId: null }, get);
    await send('https://desk.openai.azure.com/x', { headers: { authorization: 'Bearer none' } });
    expect(asked.at(-1)).toMatchObject({ redirect: 'error' });
    expect(asked.at(-1)?.headers.get('authorization')).toBe('Bearer azure-token');
  });
});
