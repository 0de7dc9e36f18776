export type Heading = { readonly level: number; readonly title: string };

/**
 * What a line of Markdown is the heading of; null for any other line. Looks at every character once: as one pattern,
 * the spaces and marks that may close a heading take a long line's square.
 */
export function headingOf(line: string): Heading | null {
  const marks = /^ {0,3}(#{1,6})(?=\s)/.exec(line)?.[1];
  if (marks === undefined) return null;
  return { level: marks.length, title: withoutClosing(line.trimStart().slice(marks.length).trim()) };
}

/** `Title ##` is closed, `C#` is not: https://spec.commonmark.org/0.31.2/#atx-headings */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  if (end === text.length || end === 0) return end === 0 ? '' : text;
  return /\s/.test(text[end - 1] ?? '') ? text.slice(0, end).trimEnd() : text;
}

/** The text without blanks and tabs at the ends of its lines, in one look at each character. */
export function trimLineEnds(text: string): string {
  return text.split('\n').map(trimLineEnd).join('\n');
}

function trimLineEnd(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end -= 1;
  return line.slice(0, end);
}
