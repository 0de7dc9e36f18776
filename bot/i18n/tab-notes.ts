import { en } from './tab-notes-en.ts';
import { sv } from './tab-notes-sv.ts';

/** The words of the notes' views in the editors' tab. */
export type NotesTexts = typeof sv;

export const notesTexts: Readonly<Record<'sv' | 'en', NotesTexts>> = { sv, en };
