import type { IncomingMail } from './read-mail.ts';

/** Everything after such a line was written earlier, or by a program. */
const endings: readonly RegExp[] = [
  /^-{2,}\s*(?:ursprungligt meddelande|originalmeddelande|original message|original-nachricht)/i,
  /^-{2,}\s*(?:vidarebefordrat|forwarded)\b/i,
  /^(?:begin forwarded message|vidarebefordrat brev)\s*:/i,
  /^(?:ärende|mer om ärende|case|more about case) [A-Z]+-\d+ (?:från|from) /i,
  /^[#*\s-]*(?:skriv(?: ditt svar)?|svara|please type your reply|reply) (?:ovanför|above)\b.{0,40}$/i,
  /^(?:skickat från min|skickat från outlook|sent from my|sent from outlook|hämta outlook för|get outlook for)\b/i,
];
/** RFC 3676 §4.3; mail programs lose its last space. */
const dashes = /^--\s?$/;
const farewell =
  /^(?:med\s+)?(?:vänlig(?:a)? hälsning(?:ar)?|bästa hälsning(?:ar)?|hälsning(?:ar)?|mvh|m\.v\.h\.|vh|best regards|kind regards|regards|sincerely|br)\b[\s,.!/-]{0,4}[^.!?]{0,40}$/i;
const fromLine = /^[\s*_]*(?:från|from)\s*:[\s*_]/i;
const headerLine = /^[\s*_]*(?:skickat|sent|datum|date|till|to|ämne|subject|kopia|cc)\s*:/i;
const attribution =
  /^(?:den |on |mån|tis|ons|tors|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun|\d).{0,250}\b(?:skrev|wrote)\b.{0,250}:\s*$/i;

/** What the sender of a mail wrote themselves: without earlier letters, quotes, greetings at the end and signatures. */
export function ownWords(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const own: string[] = [];
  for (let n = 0; n < lines.length; n += 1) {
    const line = lines[n] ?? '';
    const quoted = attributionAt(lines, n);
    if (quoted > 0 && isQuote(nextLine(lines, n + quoted))) {
      n += quoted - 1;
      continue;
    }
    if (quoted > 0 || endsAt(lines, n) || (isFarewell(line) && own.some((known) => known.trim() !== '')))
      break;
    if (!isQuote(line) && !/^[_=*-]{10,}$/.test(line.trim())) own.push(line.trimEnd());
  }
  return own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function endsAt(lines: readonly string[], n: number): boolean {
  const line = (lines[n] ?? '').trim();
  return dashes.test(line) || endings.some((ending) => ending.test(line)) || isHeaderBlock(lines, n);
}

/** `Från: … / Skickat: …`: Outlook quotes by copying headers, without any mark. */
function isHeaderBlock(lines: readonly string[], n: number): boolean {
  if (!fromLine.test(lines[n] ?? '')) return false;
  return lines.slice(n + 1, n + 5).some((line) => headerLine.test(line));
}

/** `Den 3 nov. 2026 skrev Vaktis <…>:`, often broken in two: how many lines; 0 when there is none. */
function attributionAt(lines: readonly string[], n: number): number {
  const line = (lines[n] ?? '').trim();
  if (line.length < 10 || line.length > 300) return 0;
  if (attribution.test(line)) return 1;
  return attribution.test(`${line} ${(lines[n + 1] ?? '').trim()}`.slice(0, 600)) ? 2 : 0;
}

function nextLine(lines: readonly string[], from: number): string {
  return lines.slice(from, from + 4).find((line) => line.trim() !== '') ?? '';
}

function isQuote(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function isFarewell(line: string): boolean {
  const text = line.trim();
  return text.length <= 70 && farewell.test(text);
}

/** A mail that was passed on with no word of its own says what the first letter in it says. */
export function forwardedWords({ subject, text }: Pick<IncomingMail, 'subject' | 'text'>): string {
  if (!/^(?:\[[^\]]{0,40}\]\s*)?(?:vb|fw|fwd|vs|vidarebefordra[tr]?)\s*:/i.test(subject)) return '';
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const start = lines.findIndex((line, n) => line.trim() !== '' && !isHead(lines, n));
  return start < 0 ? '' : ownWords(lines.slice(start).join('\n'));
}

/** What stands before a forwarded letter's text: a separator and its headers. */
function isHead(lines: readonly string[], n: number): boolean {
  const line = lines[n] ?? '';
  const isSeparator =
    /^[\s_=*-]*(?:[-–]{2,}.*)?$/.test(line) || /^begin forwarded message/i.test(line.trim());
  return isSeparator || fromLine.test(line) || headerLine.test(line);
}
