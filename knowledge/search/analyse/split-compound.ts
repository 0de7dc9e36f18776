/** Says whether a word is known to stand on its own, as `words` and stems of the desk's notes and the field. */
export type Lexicon = { has(word: string): boolean; hasStem(word: string): boolean };

const shortestPart = 3;
const longestWord = 40;

/**
 * Splits a Swedish compound by words that are known to stand alone: nätverksskrivaren → nätverk, skrivaren.
 * Two parts, or three when two will not do; the longest head wins, since the head carries the meaning.
 * Null when the word is no compound of known words.
 */
export function splitCompound(word: string, lexicon: Lexicon): string[] | null {
  if (word.length < shortestPart * 2 || word.length > longestWord || /\d/.test(word)) return null;
  return splitInTwo(word, lexicon) ?? splitInThree(word, lexicon);
}

function splitInTwo(word: string, lexicon: Lexicon): string[] | null {
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const modifier = modifierOf(word.slice(0, at), lexicon);
    const head = word.slice(at);
    if (modifier !== null && lexicon.hasStem(head)) return [modifier, head];
  }
  return null;
}

function splitInThree(word: string, lexicon: Lexicon): string[] | null {
  for (let at = word.length - shortestPart; at >= shortestPart * 2; at -= 1) {
    const head = word.slice(at);
    if (!lexicon.hasStem(head)) continue;
    const first = splitInTwo(withoutLink(word.slice(0, at)), lexicon);
    if (first !== null) return [...first, head];
  }
  return null;
}

/** A first part may carry a linking s (nätverks-) or lack its final vowel (skol-, vagn-). */
function modifierOf(part: string, lexicon: Lexicon): string | null {
  if (lexicon.has(part)) return part;
  const bare = withoutLink(part);
  if (bare !== part && bare.length >= shortestPart && lexicon.has(bare)) return bare;
  if (part.length > shortestPart && lexicon.has(`${part}a`)) return `${part}a`;
  return null;
}

function withoutLink(part: string): string {
  return part.endsWith('s') ? part.slice(0, -1) : part;
}

/** `windows11`, `rum12`: a name and its number, which others write apart. Null for any other word. */
export function splitNumbered(word: string): [name: string, number: string] | null {
  const [, name, number] = /^([^\d]{2,40})(\d{1,8})$/.exec(word) ?? [];
  return name === undefined || number === undefined ? null : [name, number];
}
