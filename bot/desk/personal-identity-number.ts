/** A stretch of a text; `end` exclusive, in UTF-16 units as `String.slice` takes them. */
export type Span = { readonly start: number; readonly end: number };

/**
 * Ten or twelve digits with the usual separators: 191212121212, 19121212-1212, 121212-1212, 121212+1212,
 * 121212 1212, 1912-12-12-1212, 1912 12 12 1212. A letter may replace the seventh digit of the short form in an
 * interim number (T-nummer). https://www.skatteverket.se/privat/folkbokforing/personnummer
 */
const dash = '[-–—‐‑−]';
const space = '[ \\u00a0\\u202f]';
const century = '(?<century>18|19|20)?';
const lastFour = '(?<serial>\\d{4}|[TRSUWXJKLMN]\\d{3})';
const compactDate = '(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})';
const compact = `${century}${compactDate}(?:${space}?(?:${dash}|\\+)${space}?|${space})?${lastFour}`;
const spacedDate = `(?<century>18|19|20)(?<year>\\d{2})(?<gap>${dash}|\\.|/|${space})(?<month>\\d{2})\\k<gap>(?<day>\\d{2})`;
const spaced = `${spacedDate}(?:${space}?(?:${dash}|\\+)${space}?|${space})${lastFour}`;
const shortDashed = `(?<century>)(?<year>\\d{2})(?<gap>-)(?<month>\\d{2})-(?<day>\\d{2})[-+]${lastFour}`;

/** Part of a longer number, an id (ABC-890916…, …/890916…), an amount or a version is no number of a person. */
const before = '(?<![\\p{L}\\d_@#])(?<!\\d[-.,:/+]?[-.,:/+])(?<![\\p{L}\\d][-_/=])(?<!\\+46[ -]?)';
const after = '(?![\\p{L}\\d_@])(?![-.,:/+]\\d)(?!-\\p{L})';
const patterns = [compact, spaced, shortDashed].map(
  (pattern) => new RegExp(`${before}${pattern}${after}`, 'giu'),
);

const phoneWords =
  /(?:\b(?:tel|tfn|telefon|telefonnummer|mobil|mobilnummer|mobilen|ring|ringa|sms|sms:a|phone|call|mobile|cell|nås|nå mig|dial)\b)[^.!?\n]{0,20}$/iu;
const personWords =
  /(?:person-?n(?:umme)?r|\bpnr\b|\bpn\b|född|personal (?:identity )?number)[^.!?\n]{0,20}$/iu;

/**
 * Swedish personal identity and coordination numbers in a text, in order. A number counts when its date exists
 * (the day plus 60 in a coordination number) and its check digit is right, so wrong ones, organisation numbers
 * and telephone numbers are left alone.
 */
export function findPersonalIdentityNumbers(text: string): Span[] {
  if (!/\d{3}/.test(text)) return [];
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].filter((match) => isPersonal(match, text)).map(spanOf),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((span, index) => !found.slice(0, index).some((earlier) => earlier.end > span.start));
}

/**
 * True for ten or twelve digits whose date exists and whose check digit is right. `mayMistype`: the date is enough,
 * for where somebody says that it is one.
 */
export function isRightNumber(digits: string, { mayMistype = false } = {}): boolean {
  const century = digits.length === 12 ? digits.slice(0, 2) : undefined;
  const short = digits.slice(-10);
  if (century !== undefined && !['18', '19', '20'].includes(century)) return false;
  if (!dateExists(century, short.slice(0, 2), short.slice(2, 4), short.slice(4, 6))) return false;
  return mayMistype || checkDigitIsRight(short);
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function isPersonal(match: RegExpExecArray, text: string): boolean {
  const { century, year = '', month = '', day = '', serial = '', gap } = match.groups ?? {};
  if (!dateExists(century, year, month, day)) return false;
  if (!checkDigitIsRight(`${year}${month}${day}${serial.replace(/^\p{L}/u, '1')}`)) return false;
  const preceding = text.slice(Math.max(0, match.index - 40), match.index);
  if (personWords.test(preceding)) return true;
  if (gap !== undefined && gap.trim() !== '' && isClock(serial) && /\s\d{4}$/.test(match[0])) return false;
  return !(looksLikePhone(match[0]) && phoneWords.test(preceding));
}

function dateExists(century: string | undefined, year: string, month: string, day: string): boolean {
  const centuries = century ? [century] : ['19', '20'];
  const dayOfMonth = Number(day) > 60 ? Number(day) - 60 : Number(day);
  return centuries.some((start) => {
    const date = new Date(Date.UTC(Number(`${start}${year}`), Number(month) - 1, dayOfMonth));
    return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === dayOfMonth;
  });
}

/** Luhn over the ten digits. */
function checkDigitIsRight(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return digits.length === 10 && sum % 10 === 0;
}

/** `2026-11-23 0915` is a time of day more often than a person. */
function isClock(serial: string): boolean {
  return /^([01]\d|2[0-3])[0-5]\d$/.test(serial);
}

/** Swedish mobile and area codes begin with 0; the short form of somebody born 2000–2009 does so too. */
function looksLikePhone(number: string): boolean {
  return /^0\d[\d ]*$/.test(number);
}
