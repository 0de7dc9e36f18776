import { trimLineEnds } from './note-heading.ts';

/** The parts of a note's body as a reader meets them. */
export type NoteBody = {
  /** Markdown before the guided fix's heading. */
  readonly introduction: string;
  /** The guided fix: the items of the first ordered list under a heading, without their numbers. May be empty. */
  readonly steps: readonly string[];
  /** Markdown after the guided fix; what stands between its heading and its list belongs to the introduction. */
  readonly rest: string;
};

/** A mark that lacks its closing bracket counts as well. */
const privateMark = /\[\s*(?:(\/)\s*)?private?\b\s*\]?/giu;
const heading = /^ {0,3}#{1,6}\s/;
const fence = /^ {0,3}(```|~~~)/;
const orderedItem = /^ {0,3}\d{1,9}[.)]\s+(.*)$/;

/**
 * The text without its [privat]…[/privat] parts. Robust to unbalanced marks: when in doubt it removes, so an
 * open mark without an end takes everything after it, and an end without a beginning everything before it.
 */
export function stripPrivate(text: string): string {
  let kept = '';
  let depth = 0;
  let end = 0;
  for (const mark of text.matchAll(privateMark)) {
    const between = text.slice(end, mark.index);
    end = mark.index + mark[0].length;
    if (mark[1] === undefined) {
      if (depth === 0) kept += between;
      depth += 1;
    } else if (depth === 0) {
      kept = '';
    } else {
      depth -= 1;
    }
  }
  if (depth === 0) kept += text.slice(end);
  return trimLineEnds(kept).replace(/\n{3,}/g, '\n\n');
}

/** True when the marks nest and every one has its pair. */
export function privateMarksBalance(text: string): boolean {
  let depth = 0;
  for (const mark of text.matchAll(privateMark)) {
    depth += mark[1] === undefined ? 1 : -1;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}

/** Splits a body (Markdown, LF) for a reader: private parts are gone. */
export function parseNoteBody(body: string): NoteBody {
  const lines = stripPrivate(body.replace(/\r\n?/g, '\n')).split('\n');
  const fix = findGuidedFix(lines);
  if (fix === null) return { introduction: lines.join('\n').trim(), steps: [], rest: '' };
  const before = [...lines.slice(0, fix.heading), ...lines.slice(fix.heading + 1, fix.start)];
  return {
    introduction: before.join('\n').trim(),
    steps: fix.steps,
    rest: lines.slice(fix.end).join('\n').trim(),
  };
}

type GuidedFix = {
  readonly heading: number;
  readonly start: number;
  readonly end: number;
  readonly steps: string[];
};

function findGuidedFix(lines: readonly string[]): GuidedFix | null {
  let lastHeading: number | null = null;
  let inFence = false;
  for (const [index, line] of lines.entries()) {
    if (fence.test(line)) inFence = !inFence;
    if (inFence) continue;
    if (heading.test(line)) lastHeading = index;
    if (lastHeading !== null && orderedItem.test(line)) {
      return { heading: lastHeading, start: index, ...readSteps(lines, index) };
    }
  }
  return null;
}

/** An item goes on over indented lines and lazy continuations; a blank line ends it unless the list goes on. */
function readSteps(lines: readonly string[], start: number): { steps: string[]; end: number } {
  const steps: string[] = [];
  let index = start;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const item = orderedItem.exec(line);
    if (item) steps.push((item[1] ?? '').trim());
    else if (line.trim() === '') {
      const next = nextText(lines, index);
      if (next === null || !(orderedItem.test(next) || /^\s{2,}\S/.test(next))) break;
    } else if (heading.test(line) || fence.test(line)) break;
    else steps.push(`${steps.pop() ?? ''}\n${line.trim()}`);
    index += 1;
  }
  return { steps: steps.filter((step) => step !== ''), end: index };
}

function nextText(lines: readonly string[], from: number): string | null {
  return lines.slice(from).find((line) => line.trim() !== '') ?? null;
}
