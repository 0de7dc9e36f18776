import { findPasswords } from '#bot/desk/passwords.ts';
import { type Found, findNamedCodes, isKnownCode } from '#bot/desk/secret-codes.ts';
import { type Folded, fold, sourceSpan } from '#bot/desk/secret-fold.ts';
import { type Digits, readAtoms, visitDigits } from '#bot/desk/secret-numbers.ts';
import { findOtherNumbers } from '#bot/desk/secret-other-numbers.ts';
import { findPlainPersonNumbers, isPersonNumber } from '#bot/desk/secret-person-numbers.ts';
import { findPhrases } from '#bot/desk/secret-phrases.ts';
import { findKeyPlaces } from '#bot/desk/secret-places.ts';
import { findPrivateParts } from '#bot/desk/secret-private-parts.ts';
import { joinSecretSpans, type SecretSpan } from '#bot/desk/secret-spans.ts';
import { rowsOfWords } from './boundary-notes.ts';
import type { Secrets } from './boundary-secrets.ts';

/** What stands where a secret stood. */
export const leftOut = '[…]';

export type Scrubber = {
  /** The text without its secrets. */
  readonly text: (value: string) => string;
  /** How many were taken out so far, by kind. */
  readonly counts: () => Readonly<Record<string, number>>;
};

/** Takes secrets out of texts, and counts them. */
export function createScrubber(secrets: Secrets): Scrubber {
  const counts = new Map<string, number>();
  const text = (value: string): string => {
    let kept = '';
    let at = 0;
    for (const { start, end, kinds } of joinSecretSpans(findSecrets(value, secrets))) {
      kept += value.slice(at, start) + leftOut;
      at = end;
      for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return kept + value.slice(at);
  };
  return { text, counts: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Every secret of a text, where it stands. */
export function findSecrets(text: string, secrets: Secrets): SecretSpan[] {
  if (text.trim() === '') return [];
  const folded = fold(text);
  const phrases = [...secrets.phrases, ...secrets.notes.flatMap((note) => note.phrases)];
  const found = [
    ...findNumbers(folded, secrets),
    ...findPhrases(folded, phrases),
    ...findKeyPlaces(folded.plain),
    ...findWording(folded, secrets),
  ];
  return [
    ...found.map(({ from, to, kind }) => ({ ...sourceSpan(folded, from, to), kind })),
    ...findPlainPersonNumbers(folded),
    ...findPrivateParts(text).map(({ start, end }) => ({ start, end, kind: 'private_parts' })),
    ...findPasswords(text).map(({ start, end }) => ({ start, end, kind: 'password' })),
  ];
}

function findNumbers(folded: Folded, { codes, phones, notes }: Secrets): Found[] {
  const atoms = readAtoms(folded);
  if (!atoms.some(({ is }) => is.kind !== 'word')) return [];
  const others = findOtherNumbers(folded.plain);
  const found: Found[] = findNamedCodes(folded, atoms, others);
  const known = (digits: string) =>
    codes.get(digits) ?? notes.find((note) => note.codes.has(digits))?.codes.get(digits);
  visitDigits(atoms, (digits) => {
    const kind = judge(digits, known(digits.digits));
    if (kind !== null) found.push({ from: digits.from, to: digits.to, kind });
  });
  return found;

  function judge(digits: Digits, name: string | undefined): string | null {
    if (name !== undefined && isKnownCode(digits, folded, others)) return name;
    const phone = digits.fillers === 0 ? phones.get(digits.digits) : undefined;
    if (phone !== undefined) return phone;
    return isPersonNumber(digits, folded, others) ? 'personal_identity_number' : null;
  }
}

/** What stands word for word in a note for technicians. */
function findWording({ plain }: Folded, { notes }: Secrets): Found[] {
  const wordings = notes.map(({ wording }) => wording).filter(({ size }) => size > 0);
  if (wordings.length === 0) return [];
  return rowsOfWords(plain)
    .filter(({ row }) => wordings.some((wording) => wording.has(row)))
    .map(({ from, to }) => ({ from, to, kind: 'technician_notes' }));
}
