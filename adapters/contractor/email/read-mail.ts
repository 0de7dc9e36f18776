import { createHash } from 'node:crypto';
import PostalMime, { addressParser, type Email, type Header } from 'postal-mime';
import { cleanText } from '../render-case.ts';
import { htmlWords } from './html-words.ts';
import type { RawMail } from './mailbox.ts';

/** A mail with what is used of it; nothing in it is trusted. */
export type IncomingMail = {
  /** The same when it is read again, also in another mailbox. */
  readonly id: string;
  readonly at: Date;
  /** In lower case; null when there is not exactly one sender. */
  readonly from: string | null;
  readonly fromName: string | null;
  readonly subject: string;
  /** All that it says, earlier letters included. */
  readonly text: string;
  /** Values of a header, outermost first; the name in lower case. */
  readonly header: (name: string) => readonly string[];
  /** Names of what people attached, not of pictures in a signature. */
  readonly files: readonly string[];
  readonly parts: readonly MailPart[];
};
export type MailPart = { readonly type: string; readonly text: string };

/** More of a mail is not read by a person either, and every pattern runs over it. */
const longestText = 50_000;
const mostLines = 20_000;
const bounds = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true };

/** @throws whatever the parser finds wrong with it */
export async function readMail({ source, at }: RawMail): Promise<IncomingMail> {
  const mail = await PostalMime.parse(firstLines(source), bounds);
  const header = (name: string) => valuesOf(mail.headers, name);
  return {
    id: idOf(mail, source),
    at,
    ...senderOf(header('from'), mail.from?.name ?? ''),
    subject: oneLine(mail.subject ?? '').toWellFormed(),
    text: textOf(mail),
    header,
    files: mail.attachments.filter(isFile).map(
      ({ filename }) =>
        oneLine(filename ?? '')
          .slice(0, 100)
          .toWellFormed() || '?',
    ),
    parts: mail.attachments.filter(({ mimeType }) => isReport(mimeType)).map(toPart),
  };
}

/** The parser takes its time for every line, and a mail of nothing but empty ones is quickly written. */
function firstLines(source: Uint8Array): Uint8Array {
  let end = -1;
  for (let n = 0; n < mostLines; n += 1) {
    end = source.indexOf(10, end + 1);
    if (end < 0) return source;
  }
  return source.subarray(0, end + 1);
}

function valuesOf(headers: readonly Header[], name: string): string[] {
  return headers.filter(({ key }) => key === name).map(({ value }) => value);
}

function idOf({ messageId }: Email, source: Uint8Array): string {
  const name = messageId?.trim() || source;
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

/** RFC 5322 lets a mail have several authors; whose words they are is then not known. */
function senderOf(headers: readonly string[], name: string): Pick<IncomingMail, 'from' | 'fromName'> {
  const authors = headers.flatMap((value) => addressParser(value));
  const address = authors[0]?.address?.trim().toLowerCase() ?? '';
  const isOne = headers.length === 1 && authors.length === 1 && /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address);
  return isOne
    ? { from: address, fromName: oneLine(name).slice(0, 100).toWellFormed() || null }
    : { from: null, fromName: null };
}

function textOf({ text = '', html = '' }: Email): string {
  const words = text.slice(0, longestText);
  const own = words.trim() === '' ? htmlWords(html.slice(0, longestText * 10)).slice(0, longestText) : words;
  // What no letter means and no database takes: NUL, and half a character where the text was cut.
  return cleanText(own).toWellFormed();
}

function isFile({
  disposition,
  related,
  contentId,
  mimeType,
  filename,
}: Email['attachments'][number]): boolean {
  if (isReport(mimeType) && filename === null) return false;
  return related !== true && (disposition === 'attachment' || (contentId === undefined && filename !== null));
}

function isReport(type: string): boolean {
  return ['message/delivery-status', 'message/rfc822', 'text/rfc822-headers'].includes(type);
}

function toPart({ mimeType, content }: Email['attachments'][number]): MailPart {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  return { type: mimeType, text: bytes.subarray(0, longestText).toString('utf8') };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
