import {
  type NoteContent,
  NoteField,
  type NoteRevision,
  type SaveNote,
} from '#bot/web/api/contract/note-contract.ts';
import type { Person } from './desk-data.ts';
import { findFaults } from './judge-note.ts';
import type { HeldNote } from './note-data.ts';
import { toDetail } from './note-shapes.ts';
import { type Answer, ok } from './route.ts';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Takes a field from whichever side changed it; where both did, it is a conflict. */
export function save(note: HeldNote, { content, basedOn }: SaveNote, by: Person, now: Date): Answer {
  const faults = findFaults(content);
  if (faults.some(({ level }) => level === 'error'))
    return {
      status: 422,
      body: {
        error: 'invalid-input',
        message: 'Något behöver ändras innan det kan sparas.',
        faults: faults.map(({ field, message }) => ({ path: field ?? '', message })),
        reference: 'stand-in',
      },
    };
  const base = basedOn === note.version ? note.content : baseOf(note);
  const mine = NoteField.options.filter((field) => !same(content[field], base[field]));
  const theirs = NoteField.options.filter((field) => !same(note.content[field], base[field]));
  const meeting = mine.filter(
    (field) => theirs.includes(field) && !same(content[field], note.content[field]),
  );
  const merged: NoteContent = {
    ...content,
    ...pick(
      note.content,
      theirs.filter((f) => !mine.includes(f)),
    ),
  };
  if (meeting.length > 0) return conflict(note, merged, content, meeting, by);
  change(note, merged, by, now, 'tab');
  const mergedIn = theirs.filter((field) => !mine.includes(field));
  return ok({
    note: toDetail(note, by),
    mergedIn,
    warnings: faults.filter(({ level }) => level === 'warning'),
  });
}

export function change(
  note: HeldNote,
  content: NoteContent,
  by: Person,
  now: Date,
  way: NoteRevision['way'],
): void {
  const changes = NoteField.options
    .filter((field) => !same(content[field], note.content[field]))
    .map((field) => ({ field, before: note.content[field], after: content[field] }));
  note.revisions.unshift({
    seq: Math.max(note.version, note.revisions[0]?.seq ?? 0) + 1,
    at: now.toISOString(),
    byUpn: by.upn,
    byName: by.name,
    way,
    changes,
  });
  note.content = content;
  note.version += 1;
  note.drafts.delete(by.upn);
}

/** What it was before the last change. */
function baseOf(note: HeldNote): NoteContent {
  const undone = (note.revisions[0]?.changes ?? []).map(({ field, before }) => [field, before]);
  return { ...note.content, ...Object.fromEntries(undone) };
}

function conflict(
  note: HeldNote,
  merged: NoteContent,
  mine: NoteContent,
  meeting: readonly NoteField[],
  by: Person,
): Answer {
  const byName = note.revisions[0]?.byName ?? '';
  return {
    status: 409,
    body: {
      error: 'conflict',
      message: `${byName} har ändrat samma sak.`,
      current: toDetail(note, by),
      merged,
      fields: meeting.map((field) => ({ field, mine: mine[field], theirs: note.content[field], byName })),
    },
  };
}

function pick(content: NoteContent, fields: readonly NoteField[]): Partial<NoteContent> {
  return Object.fromEntries(fields.map((field) => [field, content[field]]));
}
