import { z } from 'zod';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import type { ActivitySchema } from './activity-schema.ts';
import { cleanText, cutText } from './clean-text.ts';
import type { FileSource } from './fetch-file.ts';

const mostAttachments = 20;
const longestName = 200;

export function readFrom(activity: ActivitySchema): IncomingMessage['from'] {
  const id = activity.from.aadObjectId?.toLowerCase();
  return {
    aadObjectId: z.guid().safeParse(id).data ?? null,
    name: cutText(cleanText(activity.from.name ?? ''), longestName),
  };
}

/** Years in which a message can have been written; others are no time, and some the database does not take. */
const plausibleYears = { from: 2016, to: 2200 };

/**
 * When it was said, never later than now: where this server's clock is behind, what follows from a message would else
 * lie in its future, and what a crash left behind of it would not be looked for before that.
 */
export function readAt(activity: ActivitySchema, now: Date): Date {
  const stated = readStamp(activity, now);
  return stated < now ? stated : now;
}

/** The time that the activity has on it, the same however often it comes; `now` when it has none. */
export function readStamp(activity: ActivitySchema, now: Date): Date {
  const at = new Date(typeof activity.timestamp === 'string' ? activity.timestamp : Number.NaN);
  const year = at.getUTCFullYear();
  return year >= plausibleYears.from && year <= plausibleYears.to ? at : now;
}

/** BCP 47: `locale`, else what the entity clientInfo tells of the app. */
export function readLocale(activity: ActivitySchema): string | null {
  const client = activity.entities?.find((entity) => entity.type === 'clientInfo');
  const named = [activity.locale, client?.locale].find((locale) => typeof locale === 'string');
  return typeof named === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(named) ? named : null;
}

/** Teams adds the message itself as text/html; quotes and cards are attachments too, but nothing that was sent along. */
const notFiles = /^(text\/html|messageReference$|application\/vnd\.microsoft\.card\.)/;

function filesOf(activity: ActivitySchema) {
  return (activity.attachments ?? [])
    .filter((attachment) => attachment.contentType && !notFiles.test(attachment.contentType))
    .slice(0, mostAttachments);
}

/** Where each of `readAttachments` is to be had; null where the activity does not say. */
export function readFileSources(activity: ActivitySchema): (FileSource | null)[] {
  return filesOf(activity).map(({ contentType, contentUrl, content }) => {
    const shared = contentType === 'application/vnd.microsoft.teams.file.download.info';
    const url = shared ? content?.downloadUrl : contentUrl;
    return url ? { url, inline: !shared } : null;
  });
}

export function readAttachments(activity: ActivitySchema): IncomingMessage['attachments'] {
  return filesOf(activity).map(({ name, contentType }) => {
    const kind = cutText(cleanText(contentType ?? ''), longestName);
    return { name: cutText(cleanText(name ?? ''), longestName) || kind, contentType: kind };
  });
}
