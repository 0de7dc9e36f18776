/** Beyond this the rest of a question is not read: a person's own report is far shorter, a pasted log is not. */
export const longestQuestion = 4_000;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const apostrophe = /[’'`´]/g;
/** Arabic vowel marks and the lengthening stroke, which people write or leave out as they like. */
const arabicMarks = /[\u0640\u064b-\u0652\u0670]/g;

/**
 * Lower-case words in order, folded (see {@link fold}). `won't` is one word, `iPad-vagnen` two.
 * Linear in the text's length whatever it holds.
 */
export function words(text: string): string[] {
  return fold(text.replace(apostrophe, '')).match(wordPattern) ?? [];
}

/**
 * Lower case without accents: å ä → a, ö ø → o, æ → a, ł → l. Half of all messages from a phone leave them out,
 * so both sides are compared without; `lås` and `läs` then look alike, which has cost less than missing one.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return swedishOnly.test(lower) ? lower.replace(swedishLetters, swedishLetter) : foldForeign(lower);
}

/** Nearly every text: what is beyond it takes ten times as long. */
const swedishOnly = /^[\0-\x7fåäöéü–—”“…]*$/;
const swedishLetters = /[åäöéü]/g;

function swedishLetter(letter: string): string {
  if (letter === 'ö') return 'o';
  if (letter === 'é') return 'e';
  return letter === 'ü' ? 'u' : 'a';
}

function foldForeign(lower: string): string {
  return lower
    .replace(arabicMarks, '')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'a')
    .replace(/ł/g, 'l')
    .replace(/[أإآ]/g, 'ا');
}
