import { blankContent } from '../contract/blank-content.ts';
import type { LeftPart, ReadingDesk, ReadNote, ReadUpload } from './imported.ts';
import { partsOf } from './note-parts.ts';
import { type Section, splitMarkdown } from './split-markdown.ts';

const longest = { title: 200, part: 40_000, step: 4_000, steps: 60, symptom: 300 };

/** A document without front matter as notes: one for each section that says something. `name`: for what has no heading. */
export function notesOfDocument(
  markdown: string,
  name: string,
  folder: string | null,
  desk: ReadingDesk,
): ReadUpload {
  const sections = splitMarkdown(markdown);
  const empty = sections.filter(({ body }) => body === '');
  const read = sections
    .filter(({ body }) => body !== '')
    .map((section) => noteOfSection(section, name, folder, desk));
  return {
    notes: read.map(({ note }) => note),
    left: [
      ...empty.map(({ title }): LeftPart => ({ what: title ?? '', why: 'empty-section' })),
      ...read.flatMap(({ left }) => left),
    ],
  };
}

function noteOfSection(
  section: Section,
  name: string,
  folder: string | null,
  desk: ReadingDesk,
): { note: ReadNote; left: LeftPart[] } {
  const title = (section.title || section.above.at(-1) || name).slice(0, longest.title);
  const { symptoms, ...parts } = fitted(section.body, desk.stepsTitle);
  const placed = folder ?? siteOf(section, title, desk);
  const left: LeftPart[] = parts.isCut ? [{ what: title, why: 'too-long' }] : [];
  const content = blankContent({
    title,
    category: desk.categoryOf([title, ...symptoms, parts.intro.slice(0, 500)].join('. ')),
    sites: placed === null || placed === '_shared' ? [] : [placed],
    symptoms: symptoms.map((symptom) => symptom.slice(0, longest.symptom)),
    intro: parts.intro,
    stepsTitle: parts.stepsTitle,
    steps: parts.steps,
    outro: parts.outro,
  });
  return { note: { folder: placed, content }, left };
}

/** The heading's own mention before those above it. */
function siteOf({ above }: Section, title: string, desk: ReadingDesk): string | null {
  return desk.siteMentioned(title) ?? above.map(desk.siteMentioned).findLast((id) => id !== null) ?? null;
}

/** A list too long for a guided fix stays text; a text too long for a note is cut, and that is told. */
function fitted(body: string, stepsTitle: string) {
  const parts = partsOf(body, stepsTitle);
  const isList =
    parts.steps.length <= longest.steps && parts.steps.every((step) => step.length <= longest.step);
  const whole = isList ? parts : { ...parts, intro: body, stepsTitle: null, steps: [], outro: '' };
  return {
    ...whole,
    symptoms: parts.symptoms,
    intro: whole.intro.slice(0, longest.part),
    outro: whole.outro.slice(0, longest.part),
    isCut: Math.max(whole.intro.length, whole.outro.length) > longest.part,
  };
}
