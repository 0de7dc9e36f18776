import type { Span } from './personal-identity-number.ts';

/**
 * A text as a secret is looked for in it: small letters without marks (å → a), digits of every script as 0–9, without
 * what cannot be seen (zero-width characters, soft hyphens), with %C3%A5, &aring; and \u00e5 read. Every character
 * knows where it stood.
 */
export type Folded = {
  /** One UTF-16 unit a character. */
  readonly plain: string;
  /** For each character of `plain`, where it begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Letters and digits of `plain` alone, and where each stands in `plain`. */
  readonly letters: string;
  readonly places: readonly number[];
};

const encoded =
  /(?<percent>(?:%[0-9a-f]{2})+)|&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>[a-z]{2,8}));|\\u(?<escape>[0-9a-f]{4})/giu;
const entities: Readonly<Record<string, string>> = {
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  eacute: 'é',
  nbsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  amp: '&',
  quot: '"',
};
/** Letters that no normal form takes apart, and those of other scripts that look like ours. */
const alike: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  к: 'k',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ο: 'o',
  κ: 'k',
  ν: 'v',
};
/** White digits in black circles and the like: 1–10 from each of these. */
const circled = [0x2776, 0x2780, 0x278a, 0x24f5];

export function fold(text: string): Folded {
  const folded = { plain: '', starts: [] as number[], ends: [] as number[] };
  const add = (character: string, start: number, end: number) => {
    folded.plain += character;
    folded.starts.push(start);
    folded.ends.push(end);
  };
  let at = 0;
  for (const found of mayBeEncoded(text) ? text.matchAll(encoded) : []) {
    foldPart(text.slice(at, found.index), at, add);
    const end = found.index + found[0].length;
    for (const character of foldCharacters(decode(found))) add(character, found.index, end);
    at = end;
  }
  foldPart(text.slice(at), at, add);
  const places = [...folded.plain].flatMap((character, place) => (isLetterOrDigit(character) ? [place] : []));
  return { ...folded, places, letters: places.map((place) => folded.plain[place]).join('') };
}

/** Where a stretch of `plain` (end exclusive) stands in the text. */
export function sourceSpan({ starts, ends }: Folded, from: number, to: number): Span {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}

/** The text without marks and signs, for comparing: `Bakom elskåpet` → `bakomelskapet`. */
export function squeeze(text: string): string {
  return fold(text).letters;
}

export function isLetterOrDigit(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}\uE000]/u.test(character);
}

function mayBeEncoded(text: string): boolean {
  return /[%&\\]/.test(text);
}

function foldPart(part: string, offset: number, add: (c: string, start: number, end: number) => void): void {
  let start = offset;
  for (const character of part) {
    const end = start + character.length;
    for (const folded of foldCharacters(character)) add(folded, start, end);
    start = end;
  }
}

function foldCharacters(text: string): string[] {
  if (/^[ -~]$/.test(text)) return [text.toLowerCase()];
  const apart = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  return Array.from(apart).flatMap((character) => {
    if (isUnseen(character)) return [];
    const digit = digitOf(character);
    if (digit !== null) return Array.from(String(digit));
    const plain = alike[character];
    if (plain !== undefined) return Array.from(plain);
    // One unit each: whatever is left of the higher planes only has to be something.
    return [character.length === 1 ? character : '\uE000'];
  });
}

/** Marks, zero-width and control characters: connectors drop some of them, and then a number is whole again. */
function isUnseen(character: string): boolean {
  return /[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]/u.test(character) || /[^\P{Cc}\n\t\r]/u.test(character);
}

function digitOf(character: string): number | null {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return null;
  const start = circled.find((first) => point >= first && point < first + 10);
  if (start !== undefined) return point - start + 1;
  if (!/\p{Nd}/u.test(character)) return null;
  // Unicode's digits stand in rows of ten, each beginning with its zero.
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before += 1;
  return before % 10;
}

function decode(found: RegExpExecArray): string {
  const { percent, decimal, hex, name, escape: code } = found.groups ?? {};
  if (percent !== undefined) return decodePercent(percent);
  if (decimal !== undefined) return fromPoint(Number.parseInt(decimal, 10));
  if (hex !== undefined || code !== undefined) return fromPoint(Number.parseInt(hex ?? code ?? '', 16));
  return entities[name?.toLowerCase() ?? ''] ?? found[0];
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll(/%([0-9a-f]{2})/giu, (_, code: string) => fromPoint(Number.parseInt(code, 16)));
  }
}

function fromPoint(point: number): string {
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : ' ';
}
