import { en } from './tab-note-form-en.ts';
import { sv } from './tab-note-form-sv.ts';

/** The words of the form in which a note is written. */
export type NoteFormTexts = typeof sv;

export const noteFormTexts: Readonly<Record<'sv' | 'en', NoteFormTexts>> = { sv, en };
