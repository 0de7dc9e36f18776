import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDesk } from '#bot/desk/desk.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { NotSignedIn } from '#bot/web/api/api-errors.ts';
import { checkEntraToken, type EntraPorts } from '#bot/web/api/auth/check-entra-token.ts';
import { findPerson } from '#bot/web/api/auth/find-person.ts';
import { person, smallDesk } from '../support/small-desk.ts';

const appId = '11111111-1111-4111-8111-111111111111';
const tenant = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const friend = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
const stranger = 'cccccccc-cccc-4ccc-8ccc-cccccccccccc';
const oid = '22222222-2222-4222-8222-222222222222';
const now = new Date('2026-11-23T08:00:00Z');
const seconds = (offset: number) => Math.floor(now.getTime() / 1_000) + offset;

let ours: CryptoKeyPair;
let foreign: CryptoKeyPair;
let ports: EntraPorts;
beforeAll(async () => {
  ours = await generateKeyPair('RS256');
  foreign = await generateKeyPair('RS256');
  const keys = createLocalJWKSet({
    keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'k', alg: 'RS256' }],
  });
  ports = {
    settings: {
      appId,
      tenantId: tenant,
      allowedTenants: [tenant.toUpperCase(), friend],
      publicUrl: 'https://Vaktis.example.se',
    },
    keysOf: () => keys,
    now: () => now,
  };
});

type Changes = { claims?: Record<string, unknown>; key?: CryptoKey; alg?: string; without?: string };

async function token({ claims = {}, key = ours.privateKey, alg = 'RS256', without }: Changes = {}) {
  const tid = typeof claims.tid === 'string' ? claims.tid : tenant;
  const all: Record<string, unknown> = {
    iss: `https://login.microsoftonline.com/${tid}/v2.0`,
    aud: appId,
    exp: seconds(3_600),
    nbf: seconds(-60),
    tid,
    oid,
    scp: 'access_as_user',
    preferred_username: 'Ada@Desk.example',
    ...claims,
  };
  if (without) delete all[without];
  return new SignJWT(all).setProtectedHeader({ alg, kid: 'k' }).sign(key);
}

const check = async (changes?: Changes) => checkEntraToken(await token(changes), ports);

describe('a token of Entra', () => {
  it('names the person by object id and, of a member of the tenant, by upn', async () => {
    expect(await check()).toEqual({ oid, tenantId: tenant, upn: 'ada@desk.example' });
  });

  it('is taken in version 1 too', async () => {
    const claims = {
      iss: `https://sts.windows.net/${tenant}/`,
      aud: `api://vaktis.example.se/botid-${appId}`,
      upn: 'ada@desk.example',
      preferred_username: undefined,
    };
    expect(await check({ claims })).toMatchObject({ oid, upn: 'ada@desk.example' });
  });

  it('is taken from another tenant that may', async () => {
    expect(await check({ claims: { tid: friend } })).toMatchObject({ tenantId: friend });
  });

  it('may be a minute late, as clocks are', async () => {
    expect(await check({ claims: { exp: seconds(-30) } })).toMatchObject({ oid });
  });

  it.each<[string, Changes]>([
    ['that has expired', { claims: { exp: seconds(-120) } }],
    ['that is not valid yet', { claims: { nbf: seconds(600) } }],
    ['that never expires', { without: 'exp' }],
    ['of a foreign tenant', { claims: { tid: stranger } }],
    [
      'of one tenant issued by another',
      { claims: { iss: `https://login.microsoftonline.com/${friend}/v2.0` } },
    ],
    ['of another issuer', { claims: { iss: 'https://login.example.com/v2.0' } }],
    ['for another app', { claims: { aud: stranger } }],
    ['for another address of ours', { claims: { aud: `api://evil.example/botid-${appId}` } }],
    ['with another scope', { claims: { scp: 'User.Read' } }],
    ['with a scope that only looks alike', { claims: { scp: 'access_as_user_admin' } }],
    ['of an app, without a person', { without: 'scp' }],
    ['without an object id', { without: 'oid' }],
    ['without a tenant', { without: 'tid' }],
    ['with an object id that is none', { claims: { oid: '*' } }],
  ])('%s is refused', async (_name, changes) => {
    await expect(check(changes)).rejects.toThrow(NotSignedIn);
  });

  it('signed by somebody else is refused', async () => {
    await expect(check({ key: foreign.privateKey })).rejects.toThrow(NotSignedIn);
  });

  it('signed in another way is refused: by none, or with the public key as a secret', async () => {
    const [, body] = (await token()).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    await expect(checkEntraToken(none, ports)).rejects.toThrow(NotSignedIn);
    const claims = { iss: `https://login.microsoftonline.com/${tenant}/v2.0`, aud: appId, tid: tenant, oid };
    const secret = new TextEncoder().encode('a secret that is long enough for it');
    const hs256 = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(secret);
    await expect(checkEntraToken(hs256, ports)).rejects.toThrow(NotSignedIn);
  });

  it.each(['', 'x', 'a.b.c', '{}', `${'a'.repeat(9_000)}`])('that is none (%#) is refused', async (text) => {
    await expect(checkEntraToken(text, ports)).rejects.toThrow(NotSignedIn);
  });

  it('asks the keys of an allowed tenant only', async () => {
    const asked: string[] = [];
    const keysOf = (tenantId: string) => {
      asked.push(tenantId);
      return ports.keysOf(tenantId);
    };
    const text = await token({ claims: { tid: '../../evil' } });
    await expect(checkEntraToken(text, { ...ports, keysOf })).rejects.toThrow(NotSignedIn);
    await expect(
      checkEntraToken(await token({ claims: { tid: stranger } }), { ...ports, keysOf }),
    ).rejects.toThrow();
    expect(asked).toEqual([]);
  });

  it('is not to blame when the keys cannot be had', async () => {
    const keysOf = () => async () => {
      throw new TypeError('fetch failed');
    };
    await expect(checkEntraToken(await token(), { ...ports, keysOf })).rejects.toThrow(OutsideSystemFailed);
  });

  it.each([
    ['a guest by account', { acct: 1 }],
    ['a guest by identity provider', { idp: 'live.com' }],
    ['an external name', { preferred_username: 'ada_gmail.com#EXT#@desk.example' }],
  ])('gives no upn of %s', async (_name, claims) => {
    expect((await check({ claims })).upn).toBeNull();
  });
});

describe('the person behind a token', () => {
  const desk = createDesk({
    ...smallDesk(),
    settings: smallDesk().settings,
    sites: [],
    technicians: [],
    people: [
      person('known@desk.example', { aadObjectId: oid, roles: ['admin'] }),
      person('ada@desk.example', { aadObjectId: null, roles: ['admin', 'editor'] }),
      person('bound@desk.example', { aadObjectId: stranger, roles: ['editor'] }),
    ],
  });
  const find = (identity: Partial<Parameters<typeof findPerson>[0]>) =>
    findPerson({ oid: friend, tenantId: tenant, upn: null, ...identity }, desk, tenant.toUpperCase());

  it('is known by object id, whatever the name says', () => {
    expect(find({ oid, upn: 'ada@desk.example' })?.upn).toBe('known@desk.example');
  });

  it('is known by upn where the desk has no object id, without the roles that reach everybody’s data', () => {
    expect(find({ upn: 'ada@desk.example' })).toMatchObject({ upn: 'ada@desk.example', roles: ['editor'] });
  });

  it('is not known by a upn whose object id the desk has: that name may have a new bearer', () => {
    expect(find({ upn: 'bound@desk.example' })).toBeNull();
  });

  it('is not known by upn from another tenant', () => {
    expect(find({ upn: 'ada@desk.example', tenantId: friend })).toBeNull();
  });

  it('is nobody when the desk has neither', () => {
    expect(find({ upn: 'new@desk.example' })).toBeNull();
  });
});
