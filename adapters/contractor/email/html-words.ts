import { plainWords } from '../http/plain-words.ts';

/** Deeper than this nobody quotes. */
const deepest = 20;

/** An HTML letter as text, with `>` before what its sender quotes: `<blockquote>` is how mail programs do it. */
export function htmlWords(html: string): string {
  const pieces = html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '').split(/(<\/?blockquote\b[^>]*>)/i);
  let depth = 0;
  const lines: string[] = [];
  for (const piece of pieces) {
    if (/^<blockquote/i.test(piece)) depth = Math.min(depth + 1, deepest);
    else if (/^<\/blockquote/i.test(piece)) depth = Math.max(depth - 1, 0);
    else lines.push(...asLines(piece).map((line) => `${'> '.repeat(depth)}${line}`.trimEnd()));
  }
  return lines.join('\n');
}

/** Breaks in the source are spaces in HTML. */
function asLines(html: string): string[] {
  const text = plainWords(
    html
      .replaceAll(/<head\b[\s\S]*?<\/head>/gi, '')
      .replaceAll(/[\r\n\t ]+/g, ' ')
      .replaceAll(/<hr\b[^>]*>/gi, '<br>'),
  );
  return text === '' ? [] : text.split('\n').map((line) => decimals(line).replaceAll(' ', ' ').trim());
}

/** `&#229;`, `&aring;`: what mail programs write beside the entities that plainWords knows. */
function decimals(line: string): string {
  return line
    .replaceAll(/&#(\d{2,6});/g, (whole, code: string) => toCharacter(Number(code), whole))
    .replaceAll(/&#x([0-9a-f]{2,5});/gi, (whole, code: string) =>
      toCharacter(Number.parseInt(code, 16), whole),
    )
    .replaceAll(/&([A-Za-z]+);/g, (whole, name: string) => letters[name] ?? whole);
}

function toCharacter(code: number, whole: string): string {
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}

const letters: Readonly<Record<string, string>> = {
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  shy: '',
};
