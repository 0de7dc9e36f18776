import { describe, expect, it } from 'vitest';
import { type FetchFilePorts, fetchFile, largestFile } from '#bot/channels/teams/fetch-file.ts';
import { isPrivateAddress } from '#bot/channels/teams/private-address.ts';
import { sniffType } from '#bot/channels/teams/sniff-type.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const pasted = 'https://smba.trafficmanager.net/emea/v3/attachments/0-neu-d1/views/original';
const shared = 'https://contoso-my.sharepoint.com/download.aspx?UniqueId=1';

/** What was asked for, and a fetch that answers with these bytes. */
function setUp(overrides: Partial<FetchFilePorts> = {}, answer: () => Response = () => new Response(png)) {
  const asked: { url: string; init: RequestInit }[] = [];
  const ports: FetchFilePorts = {
    registered: true,
    botToken: async () => 'own-token',
    lookUp: async () => ['52.113.194.132'],
    fetch: async (url, init) => {
      asked.push({ url, init });
      return answer();
    },
    ...overrides,
  };
  return { asked, get: (url: string, inline: boolean) => fetchFile(ports, { url, inline }) };
}

describe('what somebody sent', () => {
  it('is fetched with the bot’s token where it was pasted, and without where it is shared', async () => {
    const { asked, get } = setUp();
    expect(await get(pasted, true)).toMatchObject({ contentType: 'image/png' });
    expect(await get(shared, false)).toMatchObject({ contentType: 'image/png' });
    expect(asked.map(({ init }) => init.headers)).toEqual([{ authorization: 'Bearer own-token' }, {}]);
    expect(asked.every(({ init }) => init.redirect === 'error' && init.signal)).toBe(true);
  });

  it.each([
    ['https://evil.trafficmanager.net/x', true],
    ['https://smba.trafficmanager.net.evil.example/x', true],
    ['https://smba.trafficmanager.net:8443/x', true],
    ['http://smba.trafficmanager.net/x', true],
    ['https://user@smba.trafficmanager.net/x', true],
    [shared, true],
    [pasted, false],
    ['https://evil.example/contoso.sharepoint.com', false],
    ['https://a.b.sharepoint.com/x', false],
    ['http://127.0.0.1/x', true],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('is not fetched from anywhere else: %s', async (url, inline) => {
    const { asked, get } = setUp();
    expect(await get(url, inline)).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each(['10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])(
    'is not fetched when the name leads inside: %s',
    async (address) => {
      const { asked, get } = setUp({ lookUp: async () => ['52.113.194.132', address] });
      expect(await get(shared, false)).toBeNull();
      expect(asked).toEqual([]);
    },
  );

  it('is dropped when it is too big, whatever length was announced', async () => {
    const endless = () => {
      const chunk = new Uint8Array(1_000_000);
      chunk.set(png);
      return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    };
    expect(await setUp({}, () => new Response(endless())).get(pasted, true)).toBeNull();
    const announced = { headers: { 'content-length': String(largestFile + 1) } };
    expect(await setUp({}, () => new Response(png, announced)).get(pasted, true)).toBeNull();
  });

  it('is dropped when it is refused, breaks off, or there is no token', async () => {
    expect(await setUp({}, () => new Response('', { status: 401 })).get(pasted, true)).toBeNull();
    const broken = async () => {
      throw new Error('no route');
    };
    expect(await setUp({ fetch: broken }).get(pasted, true)).toBeNull();
    expect(await setUp({ botToken: broken }).get(pasted, true)).toBeNull();
  });

  it('comes from this machine alone while there is only the simulator', async () => {
    const { asked, get } = setUp({ registered: false });
    expect(await get('http://127.0.0.1:3978/v3/attachments/1/views/original', true)).not.toBeNull();
    expect(await get(pasted, true)).toBeNull();
    expect(asked.map(({ init }) => init.headers)).toEqual([{}]);
  });
});

describe('the type of a file', () => {
  it.each([
    [png, 'image/png'],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [new TextEncoder().encode('%PDF-1.7'), 'application/pdf'],
    [new TextEncoder().encode('Felkod 0x803 på skrivaren'), 'text/plain'],
    [new TextEncoder().encode('<svg onload="x"/>'), null],
    [new TextEncoder().encode('MZ\u0000\u0000'), null],
    [new Uint8Array(), null],
  ])('is what its bytes say: %#', (bytes, type) => {
    expect(sniffType(bytes)).toBe(type);
  });
});

it.each([
  ['8.8.8.8', false],
  ['2a00:1450::1', false],
  ['192.168.1.1', true],
  ['172.31.0.1', true],
  ['::ffff:10.0.0.1', true],
  ['not an address', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});
