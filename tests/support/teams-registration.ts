import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { TeamsSettings, TokenAuthority } from '#bot/channels/teams/teams-settings.ts';
import { botAppId, tenantId } from './activities.ts';

export const registration: TeamsSettings = {
  appId: botAppId,
  tenantId,
  credential: { kind: 'password', password: 'not-a-real-one' },
  allowedTenants: [],
};

export type FakeAuthority = {
  readonly authority: TokenAuthority;
  /** A token as the Bot Framework signs them; claims and headers can be replaced. */
  readonly sign: (claims?: Record<string, unknown>, options?: { foreignKey?: boolean }) => string;
  /** One that somebody made who knows the public key only: unsigned, or signed with that key as if it were a secret. */
  readonly forge: (how: 'none' | 'public-key-as-secret' | 'key-in-header') => string;
  readonly close: () => Promise<void>;
};

const issuer = 'https://api.botframework.com';
export const serviceUrl = 'https://smba.trafficmanager.net/emea/';

/** Serves signing keys with their endorsements, and signs tokens with them. Only the keys are fetched from it. */
export async function startFakeAuthority(options: { endorsements?: string[] } = {}): Promise<FakeAuthority> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' };
  const endorsements = options.endorsements ?? ['msteams'];
  let url = '';
  const server = createServer((request, response) => {
    const metadata = { issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [{ ...jwk, endorsements }] } : metadata));
  });
  url = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '');
    });
  });
  return {
    // botbuilder keeps the keys of an address for as long as the process lives, and a port may come round again.
    authority: authorityAt(`${url}/${randomUUID()}`),
    sign: (claims = {}, how = {}) => {
      const seconds = Math.floor(Date.now() / 1000);
      const usual = {
        iss: issuer,
        aud: botAppId,
        serviceurl: serviceUrl,
        nbf: seconds - 60,
        exp: seconds + 600,
      };
      return sign({ ...usual, ...claims }, how.foreignKey ? foreign.privateKey : keys.privateKey);
    },
    forge: (how) => {
      const seconds = Math.floor(Date.now() / 1000);
      const claims = {
        iss: issuer,
        aud: botAppId,
        serviceurl: serviceUrl,
        nbf: seconds - 60,
        exp: seconds + 600,
      };
      if (how === 'none') return `${encodeParts({ alg: 'none', typ: 'JWT', kid: 'k1' }, claims)}.`;
      if (how === 'key-in-header') {
        const own = foreign.publicKey.export({ format: 'jwk' });
        const content = encodeParts(
          { alg: 'RS256', typ: 'JWT', kid: 'k2', jwk: own, jku: `${url}/other` },
          claims,
        );
        return `${content}.${createSign('RSA-SHA256').update(content).sign(foreign.privateKey).toString('base64url')}`;
      }
      const content = encodeParts({ alg: 'HS256', typ: 'JWT', kid: 'k1' }, claims);
      const secret = keys.publicKey.export({ type: 'spki', format: 'pem' });
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** All seven, because botbuilder refuses everything when only some are given. */
function authorityAt(url: string): TokenAuthority {
  return {
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: 'https://token.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: `${url}/channel`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/emulator`,
    CallerId: 'urn:botframework:azure',
  };
}

function encodeParts(...parts: readonly object[]): string {
  return parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function sign(claims: Record<string, unknown>, key: KeyObject): string {
  const content = encodeParts({ alg: 'RS256', typ: 'JWT', kid: 'k1' }, claims);
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key).toString('base64url')}`;
}

/** Where a request for the Connector's public host goes instead. */
export function toConnector(url: string, connectorUrl: string): string {
  if (!url.startsWith('https://smba.trafficmanager.net/')) return url;
  const { pathname, search } = new URL(url);
  return new URL(`${pathname.replace(/^\/\w+\//, '')}${search}`, connectorUrl).href;
}

/** The bot's requests for the Connector's public host go to the fake one instead. */
export function fetchThrough(connectorUrl: string): (url: string, init: RequestInit) => Promise<Response> {
  return (url, init) => fetch(toConnector(url, connectorUrl), init);
}
