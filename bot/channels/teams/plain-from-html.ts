import { cleanText } from './clean-text.ts';

/** What others wrote and is only quoted: it is no word of the author's. */
const quoted = /<blockquote\b[^<>]*>[\s\S]*?(?:<\/blockquote>|$)/gi;
const breaks = /<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|pre)>/gi;
const pictures = /<(?:emoji|img)\b[^<>]*?\balt="([^"<>]{0,40})"[^<>]*>/gi;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
};

/** Longer messages than Teams takes are nobody's writing: the rest is not looked at. */
export const longestHtml = 120_000;

/** The words of a message as Teams keeps it, a line to each paragraph; emoji by their sign, names as they stand. */
export function plainFromHtml(html: string): string {
  const text = html
    .slice(0, longestHtml)
    .replace(quoted, '')
    .replace(pictures, '$1')
    .replace(/[\r\n]+/g, ' ')
    .replace(breaks, '\n')
    .replace(/<li\b[^<>]*>/gi, '• ')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, decode);
  return cleanText(
    text
      .replace(/[ \t]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .replace(/\n{3,}/g, '\n\n'),
  );
}

function decode(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
}
