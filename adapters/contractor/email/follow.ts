import type { Contractor } from '#bot/desk/desk-settings.ts';
import type { ContractorNews, FollowedCase } from '#bot/handoff/contractor-connector.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { EmailSettings } from './config.ts';
import { findCases, isFromUs } from './find-case.ts';
import { isAutomatic, isAutoReply } from './is-automatic.ts';
import { isBelieved } from './is-believed.ts';
import { type Mailbox, type RawMail, readMailbox } from './mailbox.ts';
import { mapBounce, mapMail, mapUnclear } from './map-news.ts';
import { isFailure, readBounce } from './read-bounce.ts';
import { type IncomingMail, readMail } from './read-mail.ts';
import type { Signer } from './reply-address.ts';

/** Data with ids only: never words, names or addresses. */
export type MailLogger = { warn(data: object, message: string): void };

export type FollowContext = {
  readonly contractor: Contractor;
  readonly settings: EmailSettings;
  readonly signer: Signer;
  /** What stands after the @ of our Message-IDs. */
  readonly domain: string;
  readonly language: ReplyLanguage;
  readonly logger: MailLogger;
};

/** Why a mail told nothing; each has its line in the log, but for what machines send in passing. */
type Passed =
  | 'automatic'
  | 'not-theirs'
  | 'no-case'
  | 'not-their-case'
  | 'empty'
  | 'unreadable'
  | 'bounce-of-something';
type Read = { readonly news: readonly ContractorNews[]; readonly passed: Passed | null };

/**
 * Their answers in the mailbox since `mark`, as news of these cases. One mail that cannot be read is passed over, with
 * one line in the log, and holds up no other. @throws OutsideSystemFailed, to be tried again
 */
export async function followMailbox(
  mailbox: Mailbox,
  {
    mark,
    now,
    cases,
  }: { readonly mark: string | null; readonly now: Date; readonly cases: readonly FollowedCase[] },
  context: FollowContext,
): Promise<{ news: ContractorNews[]; mark: string | null }> {
  const news: ContractorNews[] = [];
  const read = await readMailbox(
    mailbox,
    { mark, now },
    {
      take: async (raw) => {
        const told = await understand(raw, cases, context);
        news.push(...told.news);
        note(raw, told, mailbox, context);
      },
      pass: (uid) => note({ uid, size: null }, nothing('unreadable'), mailbox, context),
    },
  );
  return { news, mark: read };
}

async function understand(
  raw: RawMail,
  cases: readonly FollowedCase[],
  context: FollowContext,
): Promise<Read> {
  try {
    return tell(await readMail(raw), cases, context);
  } catch {
    return nothing('unreadable');
  }
}

/** What one letter tells of these cases; nothing with the reason when it is not theirs, or none of ours. */
export function tell(mail: IncomingMail, cases: readonly FollowedCase[], context: FollowContext): Read {
  const { contractor, settings, signer, domain, language } = context;
  const isTheirs = (reference: string) => cases.some((item) => item.reference === reference);
  if (isFromUs(mail, domain)) return nothing('automatic');
  if (isFailure(mail)) {
    const bounce = readBounce(mail, domain, signer);
    if (bounce === null || !isTheirs(bounce.reference)) return nothing('bounce-of-something');
    return { news: [mapBounce(mail, bounce)], passed: null };
  }
  if (isAutoReply(mail) || (isAutomatic(mail) && !settings.notifications)) return nothing('automatic');
  const prefixes = [...new Set(cases.map(({ reference }) => reference.slice(0, reference.lastIndexOf('-'))))];
  const named = findCases(mail, { signer, domain, prefixes });
  // Spam has no line in the log; somebody who writes about a case of ours from another address has one.
  const isTheirWord = isBelieved(mail, contractor, settings);
  if (!isTheirWord) return nothing(named.some(isTheirs) ? 'not-theirs' : 'automatic');
  const [only, ...more] = named;
  if (only === undefined) return nothing('no-case');
  const theirs = named.filter(isTheirs);
  if (theirs.length === 0) return nothing('not-their-case');
  if (more.length > 0) return { news: mapUnclear(mail, theirs), passed: null };
  const news = mapMail(mail, only, { states: settings.states, language });
  return news.length === 0 ? nothing('empty') : { news, passed: null };
}

function nothing(passed: Passed): Read {
  return { news: [], passed };
}

/** One line for each mail that a person may want to look for. */
function note(
  { uid, size }: { readonly uid: number; readonly size: number | null },
  { passed }: Read,
  { reads }: Mailbox,
  { contractor, logger }: FollowContext,
): void {
  const data = { contractorId: contractor.id, uid, bytes: size };
  if (passed !== null && passed !== 'automatic') {
    logger.warn({ ...data, why: passed }, 'A mail in the contractor’s mailbox told nothing.');
  } else if (passed === null && (size ?? 0) > reads.bytes) {
    logger.warn(data, 'Of a large mail only the beginning was read.');
  }
}
