import { headingOf } from '#knowledge/note-heading.ts';

/** One stretch of a document under its heading. */
export type Section = {
  /** Null: what stands before the first heading. */
  readonly title: string | null;
  /** Titles of the headings above it, outermost first. */
  readonly above: readonly string[];
  /** Markdown, its inner headings with it. */
  readonly body: string;
};

type Line = { readonly text: string; readonly level: number | null; readonly title: string };

const boldLine = /^\s*(?:\*\*|__)([^*_]{2,80}?):?(?:\*\*|__):?\s*$/;
const fence = /^ {0,3}(?:```|~~~)/;

/** Headings inside a note, not of one: a section that has mostly these is one note. */
const innerHeading =
  /^(?:\d+[.)]?\s*)?(?:problem|symptom|fel|orsak|bakgrund|beskrivning|lösning|åtgärd|gör så här|så (?:här )?gör du|steg|instruktion|prova|tips|obs|observera|viktigt|kontakt|mer information|relaterat|länkar|vanliga fel|frågor|cause|background|solution|steps?|instructions?|try (?:this|first)|how to|note|important|contact|more information|links?|issue)(?![\p{L}\d])/iu;

/**
 * The document's sections that are notes by themselves: split where headings of one level repeat, a title alone at
 * the top aside, and deeper where a section only gathers others. Without headings, short lines in bold are taken for them.
 */
export function splitMarkdown(markdown: string): Section[] {
  const lines = readLines(markdown.replace(/\r\n?/g, '\n').split('\n'));
  return split(lines, []).filter(({ title, body }) => title !== null || body.trim() !== '');
}

function readLines(texts: readonly string[]): Line[] {
  let inFence = false;
  const lines = texts.map((text): Line => {
    if (fence.test(text)) inFence = !inFence;
    const heading = inFence ? null : headingOf(text);
    return { text, level: heading?.level ?? null, title: plain(heading?.title ?? '') };
  });
  return lines.some(({ level }) => level !== null) ? lines : withBoldHeadings(lines);
}

function withBoldHeadings(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const title = boldLine.exec(line.text)?.[1];
    return title === undefined ? line : { text: `## ${title.trim()}`, level: 2, title: plain(title) };
  });
}

function split(lines: readonly Line[], above: readonly string[]): Section[] {
  const level = splitLevel(lines);
  if (level === null) return [{ title: null, above, body: textOf(lines) }];
  const starts = lines.flatMap((line, index) => (line.level === level ? [index] : []));
  const before = sectionsBefore(lines.slice(0, starts[0]), above);
  const sections = starts.flatMap((start, index) => {
    const title = lines[start]?.title ?? '';
    return splitSection(title, lines.slice(start + 1, starts[index + 1]), [...above, ...before.titles]);
  });
  return [...before.sections, ...sections];
}

function splitSection(title: string, inner: readonly Line[], above: readonly string[]): Section[] {
  const level = splitLevel(inner);
  const headings = inner.filter((line) => line.level === level && level !== null);
  if (headings.length < 2 || isOneNote(headings)) return [{ title, above, body: textOf(inner) }];
  const first = inner.findIndex((line) => line.level === level);
  const opening = textOf(inner.slice(0, first));
  return [
    ...(opening === '' ? [] : [{ title, above, body: opening }]),
    ...split(inner.slice(first), [...above, title]),
  ];
}

function isOneNote(headings: readonly Line[]): boolean {
  return headings.filter(({ title }) => innerHeading.test(title)).length * 2 >= headings.length;
}

/** The outermost level that repeats; else the outermost there is; null without headings. */
function splitLevel(lines: readonly Line[]): number | null {
  const levels = lines.flatMap(({ level }) => (level === null ? [] : [level]));
  if (levels.length === 0) return null;
  const counts = new Map(levels.map((level) => [level, levels.filter((other) => other === level).length]));
  const outermost = Math.min(...levels);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([level]) => level);
  const next = repeated.length === 0 ? outermost : Math.min(...repeated);
  const inner = lines.filter((line) => line.level === next);
  return next !== outermost && isOneNote(inner) ? outermost : next;
}

/** A title alone above the rest, and what is said under it. */
function sectionsBefore(lines: readonly Line[], above: readonly string[]) {
  const titles = lines.flatMap(({ level, title }) => (level === null ? [] : [title]));
  const body = textOf(lines.filter(({ level }) => level === null));
  const sections: Section[] = body === '' ? [] : [{ title: titles.at(-1) ?? null, above, body }];
  return { titles, sections };
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

/** A note's title is shorter; a pattern that finds links looks again from every bracket. */
const longestTitle = 1_000;

/** A heading's words without its marks. */
function plain(title: string): string {
  return title
    .slice(0, longestTitle)
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|[*_`])(.*?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
