/** Deeper than this nobody quotes. */
const deepest = 20;
/** Tags that end a line, and those whose content nobody reads. */
const breaks = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
]);
const unread = new Set(['head', 'title', 'script', 'style']);

/**
 * An HTML letter as text, with `>` before what its sender quotes: `<blockquote>` is how mail programs do it. Goes through
 * it once: somebody may send a letter of nothing but brackets. Not a cleaner for showing HTML: the result is text.
 */
export function htmlWords(html: string): string {
  const page: Page = { lines: [''], depth: 0 };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    write(page, html.slice(at, open));
    at = html.startsWith('<!--', open) ? after(html, '-->', open) : readTag(page, html, open);
  }
  write(page, html.slice(at));
  return page.lines
    .map((line) => line.trim())
    .filter((line) => /[^> ]/.test(line))
    .join('\n');
}

type Page = { lines: string[]; depth: number };

/** Where the reading goes on. A bracket that never closes ends the letter. */
function readTag(page: Page, html: string, open: number): number {
  const [, slash = '', word = ''] = /^<(\/?)([a-z][a-z0-9]{0,20})/i.exec(html.slice(open, open + 24)) ?? [];
  const name = word.toLowerCase();
  if (name === '' && html[open + 1] !== '!' && html[open + 1] !== '/' && html[open + 1] !== '?') {
    write(page, '<');
    return open + 1;
  }
  const end = after(html, '>', open);
  if (name === 'blockquote') quote(page, slash === '' ? 1 : -1);
  else if (breaks.has(name)) newLine(page);
  else if (unread.has(name) && slash === '') return after(html, `</${name}`, end);
  return end;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function quote(page: Page, step: 1 | -1): void {
  page.depth = Math.min(Math.max(page.depth + step, 0), deepest);
  newLine(page);
}

function newLine({ lines, depth }: Page): void {
  const isEmpty = /^[> ]*$/.test(lines.at(-1) ?? '');
  lines.splice(isEmpty ? -1 : lines.length, isEmpty ? 1 : 0, '> '.repeat(depth));
}

/** Breaks in the source are spaces in HTML. */
function write({ lines }: Page, source: string): void {
  const text = decode(source.replaceAll(/\s+/g, ' '));
  lines.push(`${lines.pop() ?? ''}${text}`);
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return letters[name] ?? letters[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    const isLetter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isLetter ? String.fromCodePoint(code).replace('\u00a0', ' ') : whole;
  });
}

const letters: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  euro: '€',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  shy: '',
};
