import { headingOf } from '../note-heading.ts';
/**
 * A note's body as an editor edits it. Everything of it is in one of the parts, [privat] marks included, so that
 * nothing is lost; what a reader sees of it is for note-body.ts to say.
 */
export type BodyParts = {
  /** Markdown before the guided fix, without blank lines around it. */
  readonly intro: string;
  /** The heading right over the guided fix; null when there is none right over it, or no guided fix. */
  readonly stepsTitle: string | null;
  /** Markdown of each step, without number and indentation. */
  readonly steps: readonly string[];
  readonly outro: string;
};

/** The body cut where the parts begin; put together they are the body, byte for byte. */
type Cut = {
  readonly intro: string;
  readonly heading: string;
  readonly list: string;
  readonly outro: string;
  readonly parts: BodyParts;
};

const privatePart = /\[\s*private?\s*\][\s\S]*?\[\s*\/\s*private?\s*\]/giu;
const anyHeading = /^ {0,3}#{1,6}\s/;
const fence = /^ {0,3}(```|~~~)/;
const orderedItem = /^ {0,3}\d{1,9}[.)]\s+\S/;
const itemStart = /^ {0,3}\d{1,9}[.)]\s+/;
/** Wide enough that no line of a step reads as a step or a heading of its own. */
const indent = '    ';

/** The first ordered list under a heading, outside private parts, is the guided fix. */
export function splitBody(body: string): BodyParts {
  return cut(toLines(body)).parts;
}

/**
 * The body that has these parts. What they leave as it is in `before`, the body so far, stays byte for byte; equal
 * parts give the very same body.
 */
export function joinBody(parts: BodyParts, before: string): string {
  const wanted = clean(parts);
  const old = cut(toLines(before));
  if (isEqual(wanted, old.parts)) return before;
  const keepsIntro = wanted.intro === old.parts.intro && before !== '';
  const keepsTitle = wanted.stepsTitle === old.parts.stepsTitle && old.heading !== '';
  const keepsSteps = isSame(wanted.steps, old.parts.steps);
  const keepsOutro = wanted.outro === old.parts.outro;
  const level = '#'.repeat(headingOf(old.heading.trim())?.level ?? 2);
  const title = keepsTitle && wanted.steps.length > 0 ? old.heading : headingText(wanted, level);
  const list = keepsSteps ? old.list : listText(wanted.steps);
  return assemble([
    { text: keepsIntro ? old.intro : wanted.intro, begins: keepsIntro, ends: keepsIntro },
    { text: title + list, begins: title === old.heading, ends: keepsSteps },
    { text: keepsOutro ? old.outro : wanted.outro, begins: keepsOutro, ends: keepsOutro },
  ]);
}

/** `begins`, `ends`: its edge there is as it was. */
type Piece = { readonly text: string; readonly begins: boolean; readonly ends: boolean };

/** A blank line between pieces, but where both edges are as they were. */
function assemble(pieces: readonly Piece[]): string {
  let body = '';
  let isKept = true;
  for (const { text, begins, ends } of pieces) {
    const together = body === '' || (isKept && begins) || text === '';
    body = together ? body + text : `${body.replace(/\n+$/, '')}\n\n${text.replace(/^\n+/, '')}`;
    isKept = ends && (text !== '' || isKept);
  }
  return body === '' || body.endsWith('\n') ? body : `${body}\n`;
}

/** Steps need a heading somewhere over them to be found as the guided fix. */
function headingText({ intro, stepsTitle, steps }: BodyParts, level: string): string {
  if (steps.length === 0) return stepsTitle === null ? '' : `${level} ${stepsTitle}\n\n`;
  if (stepsTitle !== null) return `${level} ${stepsTitle}\n\n`;
  return intro.split('\n').some((line) => anyHeading.test(line)) ? '' : '## Gör så här\n\n';
}

function listText(steps: readonly string[]): string {
  return steps
    .map((step, index) => {
      const [first = '', ...more] = step.split('\n');
      const rest = more.map((line) => (line.trim() === '' ? '' : `${indent}${line}`));
      return `${[`${index + 1}. ${first}`, ...rest].join('\n')}\n`;
    })
    .join('');
}

function clean({ intro, stepsTitle, steps, outro }: BodyParts): BodyParts {
  const title = stepsTitle?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    intro: trimLines(toLines(intro)),
    stepsTitle: title === '' ? null : title,
    steps: steps.map((step) => trimLines(toLines(step)).trimStart()).filter((step) => step !== ''),
    outro: trimLines(toLines(outro)),
  };
}

function toLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Without the blank lines around it; the first line keeps its indentation. */
function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

function isEqual(a: BodyParts, b: BodyParts): boolean {
  return (
    a.intro === b.intro && a.outro === b.outro && a.stepsTitle === b.stepsTitle && isSame(a.steps, b.steps)
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function cut(body: string): Cut {
  const lines = body.split('\n').map((line, index, all) => (index < all.length - 1 ? `${line}\n` : line));
  // Blanked out letter by letter, so that places are the same in both.
  const shown = body.replaceAll(privatePart, (text) => text.replaceAll(/[^\n]/g, ' ')).split('\n');
  const fix = findFix(shown);
  if (fix === null) {
    const parts = { intro: trimLines(body), stepsTitle: null, steps: [], outro: '' };
    return { intro: body, heading: '', list: '', outro: '', parts };
  }
  const between = (from: number, to?: number) => lines.slice(from, to).join('');
  const own = fix.heading ?? fix.start;
  const pieces = {
    intro: between(0, own),
    heading: between(own, fix.start),
    list: between(fix.start, fix.end),
    outro: between(fix.end),
  };
  const starts = shown.flatMap((line, index) =>
    index >= fix.start && index < fix.end && orderedItem.test(line) ? [index] : [],
  );
  const parts: BodyParts = {
    intro: trimLines(pieces.intro),
    stepsTitle: fix.heading === null ? null : (headingOf(lines[own] ?? '')?.title ?? null),
    steps: starts.map((start, index) => stepText(lines.slice(start, starts[index + 1] ?? fix.end))),
    outro: trimLines(pieces.outro),
  };
  return { ...pieces, parts };
}

/** `heading`: its line, when only blank lines stand between it and the list. */
type Fix = { readonly heading: number | null; readonly start: number; readonly end: number };

function findFix(lines: readonly string[]): Fix | null {
  let last: number | null = null;
  let inFence = false;
  for (const [index, line] of lines.entries()) {
    if (fence.test(line)) inFence = !inFence;
    if (inFence) continue;
    if (anyHeading.test(line)) last = index;
    if (last !== null && orderedItem.test(line)) {
      const isClose = lines.slice(last + 1, index).every((between) => between.trim() === '');
      const own = isClose && headingOf(lines[last] ?? '') !== null ? last : null;
      return { heading: own, start: index, end: endOfList(lines, index) };
    }
  }
  return null;
}

/** As note-body.ts reads it: a blank line ends the list unless it goes on, a heading or a fence always does. */
function endOfList(lines: readonly string[], start: number): number {
  let index = start;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') {
      const next = lines.slice(index).find((later) => later.trim() !== '');
      if (next === undefined || !(orderedItem.test(next) || /^\s{2,}\S/.test(next))) break;
    } else if (anyHeading.test(line) || fence.test(line)) break;
  }
  return index;
}

/** A step's lines without its number and the indentation that they share. */
function stepText(lines: readonly string[]): string {
  const [first = '', ...rest] = lines.map((line) => line.replace(/\n$/, ''));
  const indents = rest.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const shared = Math.min(indent.length, ...indents);
  const more = rest.map((line) => (line.trim() === '' ? '' : line.slice(shared)));
  return [first.replace(itemStart, ''), ...more].join('\n').trimEnd();
}
