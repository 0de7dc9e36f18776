import { fold } from './fold.ts';

/** A compiled set of word patterns. */
export type Patterns = { readonly source: string; readonly regex: RegExp };

/**
 * Compiles patterns for `toLine` text, one a line or separated by `|`. Within a pattern: `*` is any rest of a
 * word, `a/b` either word, `#` a number, `_` up to three words of the same clause, `?` after a word makes it optional.
 * Written with å ä ö; matched without.
 */
export function patterns(source: string): Patterns {
  const alternatives = source
    .split(/[|\n]/)
    .map((alternative) => alternative.trim())
    .filter((alternative) => alternative !== '')
    // The longest first: an expression takes the first alternative that fits.
    .sort((a, b) => b.length - a.length)
    .map(toExpression);
  return { source, regex: new RegExp(`(?<= )(?:${alternatives.join('|')})(?= )`, 'gu') };
}

function toExpression(alternative: string): string {
  return alternative
    .split(/\s+/)
    .map((step, index) => {
      if (step === '_') return '(?: [\\p{L}\\p{N}:]+){0,3}';
      const optional = step.endsWith('?');
      const word = toWord(optional ? step.slice(0, -1) : step);
      const gap = index === 0 ? '' : ' ';
      return optional ? `(?:${gap}${word})?` : `${gap}${word}`;
    })
    .join('');
}

function toWord(step: string): string {
  const words = step.split('/').map((word) =>
    fold(word)
      .replace(/[.+^${}()[\]\\]/g, '\\$&')
      .replaceAll('#', '\\d+')
      .replaceAll('*', '[\\p{L}\\p{N}:]*'),
  );
  return words.length === 1 ? (words[0] ?? '') : `(?:${words.join('|')})`;
}

/** Whether any of the patterns occurs in the line. */
export function matches(line: string, set: Patterns): boolean {
  set.regex.lastIndex = 0;
  return set.regex.test(line);
}

/** Every stretch of the line that a pattern matches, in order. */
export function findAll(line: string, set: Patterns): { readonly text: string; readonly index: number }[] {
  return [...line.matchAll(set.regex)].map((found) => ({ text: found[0], index: found.index }));
}
