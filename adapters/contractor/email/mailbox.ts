import { createHash } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import type { MailboxPlace, MailLimits, ReadLimits } from './config.ts';
import { mapMailboxError } from './errors.ts';

/** One mail as the server has it. */
export type RawMail = {
  readonly uid: number;
  /** When our server took it: the sender's own Date header may say anything. */
  readonly at: Date;
  /** Bytes of the whole mail; `source` may be its beginning only. */
  readonly size: number;
  readonly source: Uint8Array;
};

export type Mailbox = {
  readonly place: MailboxPlace;
  readonly auth: { readonly user: string } & ({ readonly pass: string } | { readonly accessToken: string });
  readonly limits: MailLimits;
  readonly reads: ReadLimits;
};

/** What becomes of the mails. Neither may throw. */
export type MailReader = {
  readonly take: (mail: RawMail) => Promise<void>;
  /** Their server gives out others, and not this one. */
  readonly pass: (uid: number) => void;
};

/** A mailbox that was never read holds older mail than our cases: so many days of it are looked at. */
const firstLookDays = 14;
const day = 24 * 60 * 60_000;

/**
 * Reads what came since `mark`, oldest first, without marking it as read: people may look after the same mailbox.
 * @returns the mark of the last that was read. When the connection breaks in the middle what was taken counts.
 * @throws OutsideSystemFailed, to be tried again: nothing could be read
 */
export async function readMailbox(
  mailbox: Mailbox,
  { mark, now }: { readonly mark: string | null; readonly now: Date },
  reader: MailReader,
): Promise<string> {
  const progress: Progress = { mark: null, isMoved: false };
  const client = await connectTo(mailbox);
  const lost = Promise.withResolvers<never>();
  // The listener stays: an error after the end has nobody else who hears it.
  client.on('error', lost.reject);
  const timer = setTimeout(() => lost.reject({ code: 'ETIMEDOUT' }), mailbox.limits.total);
  const work = look(client, mailbox, { mark, now }, progress, reader);
  // After the time is up nobody waits for it any more.
  work.catch(() => undefined);
  lost.promise.catch(() => undefined);
  try {
    await Promise.race([lost.promise, work]);
  } catch (error) {
    if (!progress.isMoved) throw mapMailboxError(error);
  } finally {
    clearTimeout(timer);
    progress.isOver = true;
    client.close();
  }
  return progress.mark ?? '';
}

type Progress = { mark: string | null; isMoved: boolean; isOver?: boolean };

async function look(
  client: ImapFlow,
  mailbox: Mailbox,
  { mark, now }: { readonly mark: string | null; readonly now: Date },
  progress: Progress,
  { take, pass }: MailReader,
): Promise<void> {
  await client.connect();
  const { uidValidity, uidNext } = await client.mailboxOpen(mailbox.place.folder, { readOnly: true });
  const markOf = (uid: number) => `${uidValidity}:${uid}:${nameOf(mailbox)}`;
  const last = lastUid(mark, markOf(0));
  const uids = await newUids(client, last, now);
  progress.mark = markOf(last ?? Math.max((uidNext ?? 1) - 1, 0));
  const refused: number[] = [];
  for (const uid of uids.slice(0, mailbox.reads.mails)) {
    const mail = await fetchMail(client, uid, mailbox.reads.bytes, now).catch(refusal);
    if (progress.isOver) return;
    if (mail === 'refused') {
      refused.push(uid);
      continue;
    }
    // Now that another is had it is the mail and not the moment.
    for (const broken of refused.splice(0)) pass(broken);
    if (mail !== null) await take(mail);
    progress.mark = markOf(uid);
    progress.isMoved = true;
  }
  if (refused.length > 0 && !progress.isMoved) throw mapMailboxError({ code: 'REFUSED' });
}

/** UIDs are never given twice while the mailbox keeps its UIDVALIDITY (RFC 9051 §2.3.1.1); else it begins anew. */
function lastUid(mark: string | null, first: string): number | null {
  const [validity, , name] = first.split(':');
  const [knownValidity, uid, knownName] = mark?.split(':') ?? [];
  if (knownValidity !== validity || knownName !== name) return null;
  return uid !== undefined && /^\d{1,10}$/.test(uid) ? Number(uid) : null;
}

/** Another server, user or folder is another mailbox, whatever its UIDVALIDITY. */
function nameOf({ place, auth }: Mailbox): string {
  const name = JSON.stringify([place.host.toLowerCase(), auth.user, place.folder]);
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

async function newUids(client: ImapFlow, last: number | null, now: Date): Promise<number[]> {
  const since = new Date(now.getTime() - firstLookDays * day);
  const query = last === null ? { since } : { uid: `${last + 1}:*` };
  const found = await client.search(query, { uid: true });
  if (!found) throw mapMailboxError({ code: 'ESEARCH' });
  // `n:*` always holds the newest mail, also when it is older than n (RFC 9051 §9, seq-range).
  return found.filter((uid) => last === null || uid > last).sort((a, b) => a - b);
}

/** NO and BAD are about this mail; the connection stands (RFC 9051 §7.1). */
function refusal(error: unknown): 'refused' {
  const status = error instanceof Error && 'responseStatus' in error ? error.responseStatus : null;
  if (status === 'NO' || status === 'BAD') return 'refused';
  throw error;
}

/** Null: it was moved or deleted meanwhile. */
async function fetchMail(client: ImapFlow, uid: number, bytes: number, now: Date): Promise<RawMail | null> {
  const query = { uid: true, size: true, internalDate: true, source: { start: 0, maxLength: bytes } };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  if (!found || found.source === undefined) return null;
  const { source } = found;
  const at = new Date(found.internalDate ?? now);
  const size = found.size ?? source.length;
  return { uid, at: Number.isNaN(at.getTime()) ? now : at, size, source };
}

/** The client is large, and most desks have no mailbox: it is loaded with the first. */
async function connectTo({ place, auth, limits, reads }: Mailbox): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  return new ImapFlow({
    host: place.host,
    port: place.port,
    secure: place.tls === 'implicit',
    ...(place.tls === 'implicit' ? {} : { doSTARTTLS: place.tls === 'starttls' }),
    auth,
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    socketTimeout: limits.silence,
    // A server that announces more than was asked for is not waited for.
    maxLiteralSize: reads.bytes * 2,
    maxLineLength: 4_000_000,
    maxResponseSize: reads.bytes * 4 + 4_000_000,
    tls: { minVersion: 'TLSv1.2' },
  });
}
