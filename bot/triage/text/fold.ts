/** Letters that Unicode does not decompose, folded by hand; the rest lose their marks through NFD. */
const undecomposed: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
};

/**
 * Lower case without marks, so that å, ä and ö written as a, a and o compare equal (people leave them out on
 * foreign keyboards), as do Arabic words with and without vowel marks.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øæłđðþßı]/g, (letter) => undecomposed[letter] ?? letter);
}

/**
 * A line of folded words with one space between, before and after, `.` where a sentence ends and `,` where a
 * clause may: the form that patterns are matched against. Emoji and other signs are gone.
 */
export function toLine(text: string): string {
  const words = fold(text)
    .replace(/[’'`´]/g, '')
    .replace(/\b(wi|e|i|g)-(?=\p{L})/gu, '$1')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' ')
    // "tv:n", "pc:n"
    .replace(/(?<=\p{L}):(?=\p{L}{1,3}(?!\p{L}))/gu, '')
    .replace(/(?<=\d)[.:](?=\d)/g, ':')
    .replace(/[.!?…\n\r؟。]+/g, ' . ')
    .replace(/[,;()–—"”“«»،؛]+|(?<=\s)-(?=\s)|(?<!(?:^|[^\p{L}\p{N}])\p{L}):(?=\s|$)/gu, ' , ')
    .replace(/(?<![\p{L}\p{N}])(\p{L}):/gu, '$1: ')
    .replace(/[^\p{L}\p{N}.,:\s]+/gu, ' ');
  return ` ${words.trim().replace(/\s+/g, ' ')} `;
}

/** The words of a line, without its punctuation. */
export function wordsOf(line: string): string[] {
  return line.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The parts of a line between sentence ends, each a line again. */
export function sentencesOf(line: string): string[] {
  return line
    .split(' . ')
    .map((part) => ` ${part.trim()} `)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}
