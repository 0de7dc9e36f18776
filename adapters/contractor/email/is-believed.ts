import { domainToASCII } from 'node:url';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { type EmailSettings, sendersOf } from './config.ts';
import type { IncomingMail } from './read-mail.ts';

/**
 * Whether a mail is from the contractor, as far as can be told. From is what the sender wrote: without
 * `authenticated_by` anybody who knows the contractor's address can write it.
 */
export function isBelieved(
  { from, header }: Pick<IncomingMail, 'from' | 'header'>,
  contractor: Contractor,
  settings: EmailSettings,
): boolean {
  if (from === null || !isListed(from, sendersOf(contractor, settings))) return false;
  const server = settings.authenticated_by;
  return server === undefined || isAuthenticated(from, header('authentication-results'), server);
}

/** A domain stands for all its addresses, not for domains below it. */
function isListed(from: string, senders: readonly string[]): boolean {
  const domain = domainOf(from);
  return senders.some((sender) =>
    sender.includes('@') ? sender === from : domain !== '' && domainOf(sender) === domain,
  );
}

/**
 * RFC 8601: our own server's word on the sender. Only its outermost header counts: what stands further in may have
 * come with the mail. DMARC's word is final; otherwise a signature (DKIM) or a path (SPF) of From's own domain will do.
 */
function isAuthenticated(from: string, results: readonly string[], server: string): boolean {
  const ours = results.find((value) => serverOf(value) === server);
  if (ours === undefined) return false;
  const domain = domainOf(from);
  const found = parse(ours);
  const dmarc = found.filter(({ method }) => method === 'dmarc');
  if (dmarc.length > 0)
    return dmarc.every(({ result, domains }) => result === 'pass' && aligned(domains, domain));
  return found.some(
    ({ method, result, domains }) =>
      (method === 'dkim' || method === 'spf') && result === 'pass' && aligned(domains, domain),
  );
}

function serverOf(value: string): string {
  return (/^\s*([^\s;]+)/.exec(bare(value))?.[1] ?? '').toLowerCase();
}

type Result = { readonly method: string; readonly result: string; readonly domains: readonly string[] };

/** The properties that name a domain, by what was checked (RFC 8601 §2.7). */
const properties: Readonly<Record<string, RegExp>> = {
  dmarc: /\bheader\.from\s*=\s*([^\s;]+)/gi,
  dkim: /\bheader\.[di]\s*=\s*([^\s;]+)/gi,
  spf: /\bsmtp\.mailfrom\s*=\s*([^\s;]+)/gi,
};

function parse(value: string): Result[] {
  const [, ...statements] = bare(value).split(';');
  return statements.flatMap((statement) => {
    const [, method = '', result = ''] = /^\s*([a-z-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(statement) ?? [];
    const property = properties[method.toLowerCase()];
    if (property === undefined) return [];
    const domains = [...statement.matchAll(property)].map(([, name = '']) => domainOf(name.toLowerCase()));
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), domains }];
  });
}

/** Without comments and quoted words: what a sender chose may stand there, `dmarc=pass` too. */
function bare(value: string): string {
  let text = '';
  let depth = 0;
  let isQuoted = false;
  for (const [whole] of value.matchAll(/\\.|[\s\S]/g)) {
    if (whole === '"' && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (whole === '(') depth += 1;
    else if (whole === ')') depth = Math.max(depth - 1, 0);
    else if (depth === 0) text += whole;
  }
  return text;
}

function aligned(domains: readonly string[], domain: string): boolean {
  return domains.includes(domain);
}

/** As it is written in mail: `leverantör.se` is `xn--leverantr-77a.se` there. Empty for what is no domain. */
function domainOf(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1)).toLowerCase();
}
