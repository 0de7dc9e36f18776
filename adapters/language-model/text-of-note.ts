import { createHash } from 'node:crypto';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import type { Note } from '#knowledge/note.ts';
import { stripPrivate } from '#knowledge/note-body.ts';

/** Models read some thousand words; what a note is about stands first. */
const longest = 6_000;

/** What a model reads of a note: no [privat] parts, no passwords, no identity numbers. */
export function textOfNote(note: Note): string {
  const parts = [note.title, ...note.symptoms, note.asset ?? '', note.body];
  const open = parts.map(stripPrivate).filter((part) => part.trim() !== '');
  return maskSecrets(open.join('\n').slice(0, longest)).text;
}

/** The same text gives the same hash: its vector is made once. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
