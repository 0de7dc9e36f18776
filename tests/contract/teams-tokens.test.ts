import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BotOnLoopback, startBot } from '../replay/bot-on-loopback.ts';
import { buildActivity } from '../support/activities.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import {
  type FakeAuthority,
  fetchThrough,
  registration,
  serviceUrl,
  startFakeAuthority,
} from '../support/teams-registration.ts';

let authority: FakeAuthority;
let connector: FakeConnector;
let bot: BotOnLoopback;

beforeAll(async () => {
  // botbuilder writes every refused token's key to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  authority = await startFakeAuthority();
  connector = await startFakeConnector();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await connector.close();
  await authority.close();
});
afterEach(() => bot?.close());

async function startRegistered(allowedTenants: readonly string[] = []) {
  bot = await startBot({
    settings: { ...registration, allowedTenants },
    authority: authority.authority,
    issueToken: async (audience) => `token-for-${audience}`,
    fetch: fetchThrough(connector.url),
  });
  return bot;
}

const build = (overrides = {}) => buildActivity('personal-message', { serviceUrl, ...overrides });
/** Other claims under the same signature. */
const changed = (token: string) => {
  const [header, , signature] = token.split('.');
  const claims = Buffer.from(JSON.stringify({ ...JSON.parse(atob(token.split('.')[1] ?? '')), oid: 'x' }));
  return `${header}.${claims.toString('base64url')}.${signature}`;
};
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a registered bot', () => {
  it('lets in what the Bot Framework signed for it, and answers with its own token', async () => {
    await startRegistered();
    const answer = await bot.post(build(), bearer(authority.sign()));
    expect(answer.status).toBe(200);
    expect(bot.received).toHaveLength(1);
    const strange = buildActivity('submit-press', { serviceUrl, value: { verb: 'nonsense' } });
    await bot.post(strange, bearer(authority.sign()));
    expect(connector.requests.at(-1)).toMatchObject({
      authorization: 'Bearer token-for-https://api.botframework.com',
      body: { type: 'message' },
    });
  });

  it.each<[string, () => Record<string, string>]>([
    ['no token', () => ({})],
    ['another scheme', () => ({ authorization: 'Basic Ym90OmJvdA==' })],
    ['a token that is none', () => bearer('abc')],
    ['a token that is garbage', () => bearer('a.b.c')],
    ['another audience', () => bearer(authority.sign({ aud: '00000000-0000-0000-0000-000000000000' }))],
    ['no audience', () => bearer(authority.sign({ aud: undefined }))],
    ['another issuer', () => bearer(authority.sign({ iss: 'https://sts.windows.net/x/' }))],
    [
      'another serviceUrl',
      () => bearer(authority.sign({ serviceurl: 'https://smba.trafficmanager.net/amer/' })),
    ],
    ['a token without serviceUrl', () => bearer(authority.sign({ serviceurl: undefined }))],
    ['an expired token', () => bearer(authority.sign({ exp: Math.floor(Date.now() / 1000) - 3600 }))],
    [
      'a token that is not valid yet',
      () => bearer(authority.sign({ nbf: Math.floor(Date.now() / 1000) + 3600 })),
    ],
    ['a token without an end', () => bearer(authority.sign({ exp: undefined }))],
    ['no issuer', () => bearer(authority.sign({ iss: undefined }))],
    ['an unsigned token', () => bearer(authority.forge('none'))],
    ['an unsigned token with something for a signature', () => bearer(`${authority.forge('none')}AAAA`)],
    ['a token signed with the public key as a secret', () => bearer(authority.forge('public-key-as-secret'))],
    ['a token that brings its own key', () => bearer(authority.forge('key-in-header'))],
    ['two tokens', () => bearer(`${authority.sign()} ${authority.sign()}`)],
    ['a signed token with its claims changed', () => bearer(changed(authority.sign()))],
    ['a foreign key', () => bearer(authority.sign({}, { foreignKey: true }))],
    [
      'the bot’s own kind of token',
      () =>
        bearer(
          authority.sign({
            iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
            ver: '1.0',
            appid: registration.appId,
            serviceurl: undefined,
          }),
        ),
    ],
  ])('turns away with 401: %s', async (_what, headers) => {
    await startRegistered();
    const answer = await bot.post(build(), headers());
    expect(answer.status).toBe(401);
    expect(bot.received).toEqual([]);
  });

  it.each<[string, number, { serviceUrl?: string | undefined; channelId?: string | undefined }]>([
    ['no serviceUrl', 400, { serviceUrl: undefined }],
    ['an empty serviceUrl', 400, { serviceUrl: '' }],
    ['no channel', 400, { channelId: undefined }],
    ['an empty channel', 400, { channelId: '' }],
    ['another channel', 403, { channelId: 'directline' }],
    ['the simulator’s channel', 403, { channelId: 'simulator' }],
    ['a serviceUrl on this machine', 403, { serviceUrl: 'http://127.0.0.1:9/' }],
    ['a foreign name under trafficmanager.net', 403, { serviceUrl: 'https://evil.trafficmanager.net/' }],
    [
      'a known name with another in front',
      403,
      { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' },
    ],
    ['plain http', 403, { serviceUrl: 'http://smba.trafficmanager.net/emea/' }],
  ])('turns away despite a good token: %s', async (_what, status, overrides) => {
    await startRegistered();
    const token = authority.sign({ serviceurl: overrides.serviceUrl ?? serviceUrl });
    const answer = await bot.post(build(overrides), bearer(token));
    expect(answer.status).toBe(status);
    expect(bot.received).toEqual([]);
  });

  const foreign = '99999999-9999-4999-8999-999999999999';
  const inTenant = (id: string | undefined, other: string | undefined = id) => ({
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: id },
    channelData: { tenant: { id: other } },
  });

  it.each([
    ['a foreign tenant', inTenant(foreign)],
    ['no tenant', inTenant(undefined)],
    ['two tenants', inTenant(registration.tenantId, foreign)],
  ])('turns away %s with 403', async (_what, overrides) => {
    await startRegistered();
    expect((await bot.post(build(overrides), bearer(authority.sign()))).status).toBe(403);
    expect(bot.received).toEqual([]);
  });

  it('lets in a further tenant that the settings name, however its id is written', async () => {
    await startRegistered([foreign.toUpperCase()]);
    expect((await bot.post(build(inTenant(foreign)), bearer(authority.sign()))).status).toBe(200);
    expect(bot.received).toHaveLength(1);
  });

  it('asks to come again when the signing keys cannot be fetched', async () => {
    const gone = await startFakeAuthority();
    await gone.close();
    bot = await startBot({ settings: registration, authority: gone.authority, issueToken: async () => 't' });
    expect((await bot.post(build(), bearer(gone.sign()))).status).toBe(503);
  });

  it('does not take a key that is not endorsed for Teams', async () => {
    const skype = await startFakeAuthority({ endorsements: ['skype'] });
    bot = await startBot({ settings: registration, authority: skype.authority, issueToken: async () => 't' });
    expect((await bot.post(build(), bearer(skype.sign()))).status).toBe(401);
    await skype.close();
  });
});
