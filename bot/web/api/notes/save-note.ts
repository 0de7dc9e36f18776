import { NotAllowed, NotFound } from '#bot/errors.ts';
import { apiTexts } from '#bot/i18n/api.ts';
import type { Note } from '#knowledge/note.ts';
import type { EditBasis, Versioned } from '#knowledge/review/desk-editing.ts';
import { mergeFields } from '#knowledge/review/merge-fields.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import { Conflict, FaultyInput } from '../api-errors.ts';
import type {
  DraftContent,
  NoteContent,
  NoteFault,
  NoteField,
  SavedNote,
} from '../contract/note-contract.ts';
import { checkNote } from './check-note.ts';
import { toContent, withContent } from './note-content.ts';
import { detailOf, nameOf, type Reader } from './note-detail.ts';
import type { NotePorts } from './note-ports.ts';

/** Lists whose order says nothing: two editors who add to them do not meet. */
const sets = ['symptoms', 'sites', 'siteKinds'] as const;

type Merge = {
  readonly next: Note;
  readonly mergedIn: NoteField[];
};

/** Both changed the same fields. */
class Meets extends Error {
  readonly basis: Stored;
  readonly merged: NoteContent;
  readonly fields: readonly NoteField[];
  constructor(basis: Stored, merged: NoteContent, fields: readonly NoteField[]) {
    super('both changed the same fields');
    this.basis = basis;
    this.merged = merged;
    this.fields = fields;
  }
}

type Stored = EditBasis<Note> & { readonly current: Versioned<Note> };

/**
 * Saves what an editor wrote, merged field by field with what others saved since.
 * @throws NotFound; NotAllowed; FaultyInput; Conflict with a NoteConflict.
 */
export async function saveNote(
  id: string,
  { content, basedOn }: { content: NoteContent; basedOn: number },
  reader: Reader,
  ports: NotePorts,
): Promise<SavedNote> {
  const warnings = refuseFaults(folderOf(id), content, reader);
  let mergedIn: NoteField[] = [];
  const request = { kind: 'note', id, basedOn, by: reader.person.upn, at: reader.now, way: 'tab' } as const;
  const edited = await ports.editing
    .edit(request, (basis) => {
      const merge = mergeInto(withCurrent(basis, id, reader), content);
      mayBecome(merge.next, reader);
      if (merge.mergedIn.length > 0) refuseFaults(folderOf(id), toContent(merge.next), reader);
      mergedIn = merge.mergedIn;
      return merge.next;
    })
    .catch(async (error: unknown) => {
      throw error instanceof Meets ? await conflictOf(error, reader, ports) : error;
    });
  if (edited === null) throw new NotFound(`no note ${id}`);
  await ports.review.removeDraft(id, reader.person.upn);
  return { note: await detailOf(edited, reader, ports), mergedIn, warnings };
}

/** @returns the warnings. @throws FaultyInput for the errors. */
export function refuseFaults(
  folder: string,
  content: DraftContent,
  { loaded, language }: Reader,
  options: { isDraft?: boolean } = {},
): NoteFault[] {
  const faults = checkNote({ folder, content, ...options }, loaded.desk, language);
  const errors = faults.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    throw new FaultyInput(errors.map(({ field, message }) => ({ path: field ?? '', message })));
  }
  return faults;
}

/** @throws NotFound when it was removed meanwhile; NotAllowed. */
export function withCurrent(basis: EditBasis<Note>, id: string, { rights }: Reader): Stored {
  const { current } = basis;
  if (current === null || !rights.mayRead(current.value)) throw new NotFound(`no note ${id}`);
  if (!rights.mayEdit(current.value)) throw new NotAllowed(`may not edit ${id}`);
  return { ...basis, current };
}

/** An editor cannot write a note out of their own reach, which would be into somebody else's. */
export function mayBecome(note: Note, { rights, language }: Reader): void {
  if (rights.mayEdit(note)) return;
  throw new FaultyInput([{ path: 'sites', message: apiTexts[language].note.notYourSites }]);
}

function mergeInto(basis: Stored, content: NoteContent): Merge {
  const { current, base } = basis;
  if (base === current.value) return { next: withContent(current.value, content), mergedIn: [] };
  // As it would be stored, so that a blank more or less is no difference.
  const mine = toContent(withContent(base ?? current.value, content));
  const old = base && toContent(base);
  const { merged, theirs, conflicts } = mergeFields(old, mine, toContent(current.value), sets);
  if (conflicts.length > 0) throw new Meets(basis, merged, conflicts);
  return { next: withContent(current.value, merged), mergedIn: [...theirs] };
}

async function conflictOf(
  { basis, merged, fields }: Meets,
  reader: Reader,
  ports: NotePorts,
): Promise<Conflict> {
  const theirs = toContent(basis.current.value);
  const texts = apiTexts[reader.language];
  const byName = basis.changedBy === null ? texts.note.importer : nameOf(basis.changedBy, reader.loaded.desk);
  return new Conflict({
    error: 'conflict',
    message: texts.errors.conflict,
    current: await detailOf(basis.current, reader, ports),
    merged,
    fields: fields.map((field) => ({ field, mine: merged[field], theirs: theirs[field], byName })),
  });
}
