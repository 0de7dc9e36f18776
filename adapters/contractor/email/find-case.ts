import type { IncomingMail } from './read-mail.ts';
import { referenceOfAddress, type Signer } from './reply-address.ts';

/** The headers that say where a mail was delivered: an alias or a list may have changed To. */
const recipientHeaders = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
];

export type Threading = {
  readonly signer: Signer;
  /** What stands after the @ of our Message-IDs. */
  readonly domain: string;
  /** What our references begin with: `VK`. */
  readonly prefixes: readonly string[];
};

/**
 * The cases that a mail names: by the address that it was sent to, by the letters of ours that it answers, by the
 * number in its subject. A helpdesk may keep only one of them. More than one case: nobody can tell whose words they are.
 */
export function findCases(mail: IncomingMail, threading: Threading): string[] {
  const found = [
    ...byAddress(mail, threading.signer),
    ...byHeaders(mail, threading.domain),
    ...bySubject(mail.subject, threading.prefixes),
  ];
  return [...new Set(found)];
}

/** A letter of ours that came back to us. */
export function isFromUs({ header }: Pick<IncomingMail, 'header'>, domain: string): boolean {
  return header('message-id').some((id) => referencesIn(id, domain).length > 0);
}

function byAddress({ header }: IncomingMail, signer: Signer): string[] {
  const text = recipientHeaders.flatMap(header).join(' ').slice(0, 20_000);
  return addressesIn(text).flatMap((address) => referenceOfAddress(address, signer) ?? []);
}

function addressesIn(text: string): string[] {
  return text.split(/[\s<>,;"()]+/).filter((word) => word.includes('@'));
}

/** The letter that is answered; the last of the chain where that is not said (RFC 5322 §3.6.4). */
function byHeaders({ header }: IncomingMail, domain: string): string[] {
  const answered = header('in-reply-to').flatMap((value) => referencesIn(value, domain));
  if (answered.length > 0) return answered;
  return header('references')
    .flatMap((value) => referencesIn(value, domain))
    .slice(-1);
}

/** Our references in Message-IDs of ours: `<VK-1042.3@vaktis.example.se>`. */
export function referencesIn(text: string, domain: string): string[] {
  return messageIdsIn(text, domain).map(({ reference }) => reference);
}

export function messageIdsIn(
  text: string,
  domain: string,
): { readonly reference: string; readonly number: number | null }[] {
  const ids = text
    .slice(0, 20_000)
    .matchAll(/<([A-Z]{1,10}-\d{1,12})\.([a-z0-9]{1,40})@([A-Za-z0-9.-]{1,255})>/gi);
  return [...ids].flatMap(([, reference = '', number = '', at = '']) =>
    at.toLowerCase() === domain
      ? [{ reference: reference.toUpperCase(), number: /^\d+$/.test(number) ? Number(number) : null }]
      : [],
  );
}

/** What stands in brackets is ours; a title may name another case in passing. */
export function bySubject(subject: string, prefixes: readonly string[]): string[] {
  const bracketed = numbersIn(subject, /\[\s*([A-Z]{1,10})-(\d{1,12})\s*\]/gi, prefixes);
  const bare = /(?<![\p{L}\p{N}-])([A-Z]{1,10})-(\d{1,12})(?![\p{L}\p{N}]|-\d)/giu;
  return bracketed.length > 0 ? bracketed : numbersIn(subject, bare, prefixes);
}

/** Every case number in a text. */
export function numbersIn(text: string, pattern: RegExp, prefixes: readonly string[]): string[] {
  return [...text.matchAll(pattern)]
    .filter(([, prefix = '']) => prefixes.includes(prefix.toUpperCase()))
    .map(([, prefix = '', number = '']) => `${prefix.toUpperCase()}-${number}`);
}
