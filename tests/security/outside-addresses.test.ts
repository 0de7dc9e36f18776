import { describe, expect, it } from 'vitest';
import { anything } from '#adapters/contractor/http/anything.ts';
import { BaseUrl } from '#adapters/contractor/http/base-url.ts';
import { createHttpClient } from '#adapters/contractor/http/client.ts';
import { readPages } from '#adapters/people/graph-client.ts';
import { createCardContext } from '#bot/channels/teams/cards/card-context.ts';
import { drawNote } from '#bot/channels/teams/cards/draw-note.ts';
import { fetchFile } from '#bot/channels/teams/fetch-file.ts';
import { isAllowedServiceUrl } from '#bot/channels/teams/known-hosts.ts';
import { isPrivateAddress } from '#bot/channels/teams/private-address.ts';
import { createSpeaker } from '#bot/i18n/speaker.ts';
import { imagesIn } from '#knowledge/note-images.ts';

const now = new Date('2026-11-23T08:00:00Z');

/** Places inside, in every writing that a resolver, a URL parser or a person may use. */
const insideHosts = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0.0.0.0',
  '10.0.0.1',
  '169.254.169.254',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fd00::1]',
  'localhost',
  'localhost.',
  'metadata.google.internal',
  '１２７.0.0.1',
];

describe('an address inside', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['::1', '::', '::ffff:10.0.0.1', '::ffff:a00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1'],
    ...['2002:7f00:1::', '2001:0:4136:e378::', 'fc00::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'],
    ...['255.255.255.255', '224.0.0.1', '2130706433', '0x7f000001', '127.1', '', 'localhost'],
  ])('is known in every writing: %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['52.113.194.132', '2603:1027:1:28::25', '::ffff:52.113.194.132'])(
    'is not seen in one of Microsoft’s: %s',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});

describe('what a message names to be fetched', () => {
  const asking = (lookUp: () => Promise<readonly string[]>) => {
    const asked: RequestInit[] = [];
    const fetch = async (_url: string, init: RequestInit) => {
      asked.push(init);
      return new Response(null, { status: 302, headers: { location: 'http://169.254.169.254/' } });
    };
    return { asked, ports: { registered: true, botToken: async () => 'own', lookUp, fetch } };
  };

  it.each(insideHosts.flatMap((host) => [`https://${host}/a.png`, `http://${host}/a.png`]))(
    'is never asked of %s',
    async (url) => {
      for (const inline of [true, false]) {
        const { asked, ports } = asking(async () => ['127.0.0.1']);
        expect(await fetchFile(ports, { url, inline })).toBeNull();
        expect(asked).toEqual([]);
      }
    },
  );

  it('is not asked of a known name that leads inside, be it by one of its addresses only', async () => {
    for (const address of ['127.0.0.1', '::ffff:169.254.169.254', '64:ff9b::a00:1']) {
      const { asked, ports } = asking(async () => ['52.113.194.132', address]);
      const url = 'https://contoso-my.sharepoint.com/a.png';
      expect(await fetchFile(ports, { url, inline: false })).toBeNull();
      expect(asked).toEqual([]);
    }
  });

  it('follows no redirect, and over TLS only, so that a name rebound after the look-up proves nothing', async () => {
    const { asked, ports } = asking(async () => ['52.113.194.132']);
    const url = 'https://contoso-my.sharepoint.com/a.png';
    expect(await fetchFile(ports, { url, inline: false })).toBeNull();
    expect(asked.map(({ redirect }) => redirect)).toEqual(['error']);
  });

  it.each(insideHosts)('is not where answers are sent: %s', (host) => {
    expect(isAllowedServiceUrl(`https://${host}/`, true)).toBe(false);
    expect(isAllowedServiceUrl(`http://${host}/`, true)).toBe(false);
  });
});

describe('a contractor’s address', () => {
  it.each([
    'http://169.254.169.254/',
    'http://10.0.0.1/',
    'ftp://leverantor.example/',
    'file:///etc/passwd',
    'https://user:pass@leverantor.example/',
    'https://leverantor.example/?x=1',
    'http://127.0.0.1.leverantor.example/',
    'http://localhost.leverantor.example/',
    'javascript:alert(1)',
  ])('is refused: %s', (url) => {
    expect(BaseUrl.safeParse(url).success).toBe(false);
  });

  it('is the only one that a case and a password are sent to: no redirect is followed', async () => {
    const asked: { url: string; redirect: string | undefined }[] = [];
    const client = createHttpClient(
      'https://leverantor.example',
      { authorization: 'x' },
      {
        now: () => now,
        fetch: async (url, init) => {
          asked.push({ url: String(url), redirect: init?.redirect });
          return new Response('', { status: 307, headers: { location: 'http://127.0.0.1/' } });
        },
      },
    );
    const call = { name: 'a look', method: 'GET', path: '/a', answer: anything } as const;
    await expect(client.call(call)).rejects.toThrow('answered 307');
    expect(asked).toEqual([{ url: 'https://leverantor.example/a', redirect: 'manual' }]);
  });
});

describe('where Graph says that more is', () => {
  it.each([
    'http://graph.microsoft.com/v1.0/users?$skiptoken=x',
    'https://graph.microsoft.com.ond.example/',
    'https://graph.microsoft.com@ond.example/',
    'https://graph.microsoft.com:8443/',
    'https://127.0.0.1/',
    '//ond.example/',
    '/v1.0/users',
    'javascript:alert(1)',
  ])('is not asked when it is %s', async (link) => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(String(input));
      const isToken = String(input).includes('/oauth2/');
      return Response.json(
        isToken ? { access_token: 'x', expires_in: 3600 } : { value: [], '@odata.nextLink': link },
      );
    };
    const pages = readPages('/v1.0/users', {
      tenantId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
      credential: { kind: 'secret', clientId: '3f9d0c1e-5a7b-4c2d-8e6f-0a1b2c3d4e5f', secret: 'x' },
      loginUrl: 'https://login.microsoftonline.com',
      graphUrl: 'https://graph.microsoft.com',
      fetch,
      now: () => now,
      wait: async () => {},
    });
    await expect(pages.next()).resolves.toMatchObject({ done: false });
    await expect(pages.next()).rejects.toThrow();
    expect(asked.filter((url) => !url.startsWith('https://login.microsoftonline.com/'))).toEqual([
      'https://graph.microsoft.com/v1.0/users',
    ]);
  });
});

describe('a picture in a note', () => {
  const markdown = insideHosts.map((host) => `![bild](http://${host}/a.png)`).join('\n');

  it('is one of ours by its name, or is not shown', () => {
    expect(imagesIn(markdown)).toEqual([]);
    const asked: string[] = [];
    const speaker = createSpeaker({ language: 'sv', timezone: 'Europe/Stockholm', now });
    const pictureUrl = (name: string) => {
      asked.push(name);
      return null;
    };
    const drawn = JSON.stringify(drawNote(markdown, createCardContext(speaker, 1, { pictureUrl })));
    expect(drawn).not.toContain('"type":"Image"');
    expect(asked).toEqual([]);
  });
});
