/** Something that may not leave, as the search for leaks knows it. */
export type Planted =
  | { readonly kind: 'code'; readonly digits: string }
  /** So short that it is a code only beside a word that says so. */
  | { readonly kind: 'short-code'; readonly digits: string }
  | { readonly kind: 'person'; readonly digits: string }
  | { readonly kind: 'words'; readonly text: string };

const digitWords: readonly (readonly [string, string])[] = [
  ['nolla noll zero oh', '0'],
  ['etta ett one', '1'],
  ['tvaa tva two', '2'],
  ['trea three tre', '3'],
  ['fyra four', '4'],
  ['femma fem five', '5'],
  ['sexa sex six', '6'],
  ['sjua sju seven', '7'],
  ['atta eight', '8'],
  ['nia nio nine', '9'],
];
const swedishTens = ' tio tjugo trettio fyrtio femtio sextio sjuttio attio nittio'.split(' ');
const englishTens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const swedishTeens = 'tio elva tolv tretton fjorton femton sexton sjutton arton nitton'.split(' ');
const englishTeens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
  ' ',
);

/** Every word for a number below 100, the longest first, so that `sjuttiosex` is not seven. */
const numberWords: readonly (readonly [string, string])[] = createNumberWords();

function createNumberWords(): [string, string][] {
  const words = new Map<string, string>();
  for (const [row, digit] of digitWords) for (const word of row.split(' ')) words.set(word, digit);
  for (const [teens, tens] of [
    [swedishTeens, swedishTens],
    [englishTeens, englishTens],
  ] as const) {
    teens.forEach((word, n) => void words.set(word, String(10 + n)));
    for (let n = 20; n < 100; n += 1) {
      const ten = tens[Math.floor(n / 10)] ?? '';
      if (n % 10 === 0) words.set(ten, String(n));
      for (const [row, digit] of digitWords)
        if (Number(digit) === n % 10 && n % 10 > 0)
          for (const unit of row.split(' ')) words.set(ten + unit, String(n));
    }
  }
  return [...words].sort(([a], [b]) => b.length - a.length);
}

// "Tvååtta" is two and eight, not "tvåa" and a rest.
const wordPattern = new RegExp(
  numberWords.map(([word]) => (word.endsWith('a') ? `${word}(?!tta)` : word)).join('|'),
  'g',
);
const allNumbers = new RegExp(`^(?:${wordPattern.source})+$`);
const byWord = new Map(numberWords);

/** A text made ready to be searched for many secrets. */
export type Searched = {
  readonly squeezed: string;
  /** Squeezed, with number words as digits. */
  readonly digits: string;
  /** With number words as digits, and all else. */
  readonly spaced: string;
  /** Squeezed, with only such words as digits that are number words from end to end: "entré" is no three. */
  readonly careful: string;
};

export function prepareSearch(text: string): Searched {
  const plain = unmark(text);
  const squeezed = squeeze(plain);
  const careful = squeeze(
    plain.replaceAll(/\p{L}+/gu, (word) => (allNumbers.test(word) ? toDigits(word) : word)),
  );
  return { squeezed, digits: toDigits(squeezed), spaced: toDigits(plain.replaceAll(/\s+/g, ' ')), careful };
}

/** True when the text gives it away in any writing that a person could read. */
export function givesAway(text: Searched, planted: Planted): boolean {
  switch (planted.kind) {
    case 'words':
      return spellings(planted.text).some((wanted) => text.squeezed.includes(wanted));
    case 'short-code':
      return [text.squeezed, text.careful].some((form) => shortCode(planted.digits).test(form));
    case 'code':
    case 'person':
      return saysDigits(text, planted.digits);
  }
}

/** As a run of digits in the squeezed text, and with a few words between. */
function saysDigits({ squeezed, digits, spaced, careful }: Searched, secret: string): boolean {
  const wanted = secret.length === 12 ? secret.slice(2) : secret;
  if ([squeezed, digits, careful].some((form) => form.includes(wanted))) return true;
  // With words between, only so many digits are no accident.
  return wanted.length >= 8 && split(wanted).test(spaced);
}

function split(digits: string): RegExp {
  return new RegExp(Array.from(digits).join('[^0-9]{0,40}?'));
}

function shortCode(digits: string): RegExp {
  return new RegExp(
    `(?:kod|code)[a-z]{0,30}${digits}(?![0-9])|(?<![0-9])${digits}(?:ar|is)[a-z]{0,12}(?:kod|code)`,
  );
}

/** Small letters, no marks, nothing unseen, digits of every script as 0–9. */
function unmark(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replaceAll(/[\u2776-\u277e]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x2775));
}

function squeeze(plain: string): string {
  return plain.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function toDigits(plain: string): string {
  return plain.replaceAll(wordPattern, (word) => byWord.get(word) ?? word);
}

/** Without å, ä and ö in the ways that people do without. */
function spellings(text: string): string[] {
  const small = text.normalize('NFC').toLowerCase();
  const ways = [
    small,
    small.replaceAll(/[åäö]/g, ''),
    small.replaceAll('å', 'aa').replaceAll('ä', 'ae').replaceAll('ö', 'oe'),
  ];
  return ways.map((way) => squeeze(unmark(way)));
}
