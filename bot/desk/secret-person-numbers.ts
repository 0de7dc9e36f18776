import { findPersonalIdentityNumbers, isRightNumber, type Span } from './personal-identity-number.ts';
import { type Folded, sourceSpan } from './secret-fold.ts';
import type { Digits } from './secret-numbers.ts';
import { liesWithin } from './secret-other-numbers.ts';
import type { SecretSpan } from './secret-spans.ts';

const kind = 'personal_identity_number';
const personWords =
  /(?:person-?\s?n(?:umme)?r|samordningsn(?:umme)?r|\bpnr\b|\bpn\b|\bfodd|\bfodelse|personal (?:identity )?number|social security)[^!?]{0,40}$/u;
/** Between year, month, day and the last four nothing else stands. */
const narrow = /^[\s.\-–—‐‑−_/+:|·*"']{0,4}$/u;
const dashWords = /^[0-9\s]+(?:binde|sned)?(?:streck|minus|plus|dash|hyphen)[0-9\s]+$/u;
const clock = /(?:[01][0-9]|2[0-3])[0-5][0-9]$/;

/** Personal identity numbers as they are usually written, in digits of any script and with unseen signs between. */
export function findPlainPersonNumbers(folded: Folded): SecretSpan[] {
  return findPersonalIdentityNumbers(folded.plain).map(({ start, end }) => ({
    ...sourceSpan(folded, start, end),
    kind,
  }));
}

/**
 * True for digits that are somebody's number, however they are parted: in single digits, in pairs, in words, over
 * lines. Its date and check digit must be right; the check digit may be wrong where the words say what it is.
 */
export function isPersonNumber(found: Digits, { plain }: Folded, others: readonly Span[]): boolean {
  const { digits, from, to, groups, words } = found;
  if (digits.length !== 10 && digits.length !== 12) return false;
  const said = personWords.test(plain.slice(Math.max(0, from - 60), from));
  if (!isRightNumber(digits, { mayMistype: said })) return false;
  if (said) return true;
  // Twelve digits that add up are no accident, whatever they hang on; ten may be an id.
  if (digits.length === 12 && groups.length === 1) return true;
  const before = plain.slice(Math.max(0, from - 4), from);
  if (/[\p{L}0-9#@]$|[\p{L}0-9][-/=]$|\+46[ -]?$/u.test(before) || /^[\p{L}@]/u.test(plain[to] ?? ''))
    return false;
  if (words) return true;
  if (found.fillers > 0) return dashWords.test(plain.slice(from, to));
  if (groups.length === 1) return before.endsWith('_');
  if (liesWithin(others, from, to) && isRung(digits, groups)) return false;
  return isParted(found, plain);
}

/** 070 102 32 33: begins as what can be rung, and is not parted as a date. */
function isRung(digits: string, groups: readonly number[]): boolean {
  return digits.startsWith('0') && !isDated(groups, digits.length);
}

function isParted({ digits, groups, from, to }: Digits, plain: string): boolean {
  const between = plain
    .slice(from, to)
    .split(/[0-9]+/)
    .slice(1, -1);
  if (!between.every((gap) => narrow.test(gap))) return false;
  if (groups.every((size) => size === 1)) return true;
  if (!isDated(groups, digits.length)) return false;
  // `2026-11-23 09:15` is a moment.
  return !(
    clock.test(digits) &&
    digits.length === 12 &&
    /^20/.test(digits) &&
    /[:.]/.test(between.at(-1) ?? '')
  );
}

/** Parts end where year, month, day or a pair of the last four does. */
function isDated(groups: readonly number[], length: number): boolean {
  let end = length === 12 ? -2 : 0;
  return groups.every((size) => {
    end += size;
    return [0, 2, 4, 6, 8, 10].includes(end);
  });
}
