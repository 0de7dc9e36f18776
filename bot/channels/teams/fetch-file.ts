import type { Fetch } from './connector-http.ts';
import { isLoopbackHost } from './known-hosts.ts';
import { isPrivateAddress } from './private-address.ts';
import { sniffType } from './sniff-type.ts';

/** Where a file is, as the activity says. `inline`: pasted, kept by the Connector; else shared from OneDrive. */
export type FileSource = { readonly url: string; readonly inline: boolean };

export type FetchFilePorts = {
  readonly fetch: Fetch;
  /** False: only the simulator on this machine is there. */
  readonly registered: boolean;
  /** The bot's own token. */
  readonly botToken: () => Promise<string>;
  /** Addresses of a host name. */
  readonly lookUp: (host: string) => Promise<readonly string[]>;
};

export type FetchedFile = { readonly contentType: string; readonly bytes: Uint8Array };

/** The bot's token goes to this host and no other: anybody can register a name beside it. */
const inlineHost = 'smba.trafficmanager.net';
/** Names under this domain are given to tenants by Microsoft alone. */
const sharedHosts = /^[a-z0-9-]+\.sharepoint\.com$/;
export const largestFile = 10_000_000;
const timeout = 5_000;

/**
 * Fetches what somebody sent, from the hosts that Teams keeps it at and from nowhere else.
 * @returns null when it cannot be had: a strange address, too big, too slow, or of no harmless kind.
 */
export async function fetchFile(ports: FetchFilePorts, source: FileSource): Promise<FetchedFile | null> {
  try {
    const url = URL.parse(source.url);
    if (url === null || !(await isAllowed(ports, url, source.inline))) return null;
    const withToken = ports.registered && source.inline;
    const headers = withToken ? { authorization: `Bearer ${await ports.botToken()}` } : {};
    const signal = AbortSignal.timeout(timeout);
    const response = await ports.fetch(url.href, { headers, redirect: 'error', signal });
    const bytes = response.ok ? await readAtMost(response, largestFile) : null;
    const contentType = bytes && sniffType(bytes);
    return bytes && contentType ? { bytes, contentType } : null;
  } catch {
    return null;
  }
}

async function isAllowed(ports: FetchFilePorts, url: URL, inline: boolean): Promise<boolean> {
  if (url.username !== '' || url.password !== '') return false;
  if (!ports.registered) return url.protocol === 'http:' && isLoopbackHost(url.hostname);
  if (url.protocol !== 'https:' || url.port !== '') return false;
  if (inline ? url.hostname !== inlineHost : !sharedHosts.test(url.hostname)) return false;
  const addresses = await ports.lookUp(url.hostname);
  return addresses.length > 0 && !addresses.some(isPrivateAddress);
}

/** Counts while it reads: the length that the other side announces may be a lie. */
async function readAtMost(response: Response, most: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > most || !response.body) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
