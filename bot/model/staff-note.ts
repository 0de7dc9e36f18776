import type { Desk } from '#bot/desk/desk.ts';
import type { Note } from '#knowledge/note.ts';
import { parseNoteBody, stripPrivate } from '#knowledge/note-body.ts';
import { MaskedText } from './masked-text.ts';

/** Models read some thousand words; what a note is about stands first. */
const longest = 6_000;

/**
 * A note as a prompt for staff may hold it. The only kind of note that such a prompt takes, and made here only: a
 * technician's note, a draft or an archived one cannot become one.
 */
export class StaffNote {
  readonly id: string;
  readonly title: string;
  readonly #content: MaskedText;

  private constructor(note: Note, content: MaskedText) {
    this.id = note.id;
    this.title = stripPrivate(note.title);
    this.#content = content;
  }

  /** Null: the note is not for staff to read. */
  static of(note: Note, desk: Desk): StaffNote | null {
    if (note.audience !== 'staff' || note.status !== 'published') return null;
    return new StaffNote(note, MaskedText.of(textOf(note).slice(0, longest), desk));
  }

  /** Title, warning, body; secrets hidden. */
  get text(): string {
    return this.#content.text;
  }

  /** A sentence that cites this note, as its reader may see it. */
  restore(sentence: string): string {
    return this.#content.restore(sentence);
  }
}

function textOf(note: Note): string {
  const { introduction, steps, rest } = parseNoteBody(note.body);
  const parts = [note.title, note.asset, note.warning, introduction, ...steps, rest];
  return parts
    .map((part) => stripPrivate(part ?? '').trim())
    .filter((part) => part !== '')
    .join('\n');
}
