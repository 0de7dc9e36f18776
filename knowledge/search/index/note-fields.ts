import type { Category } from '#bot/desk/category.ts';
import type { Note } from '../../note.ts';
import { parseNoteBody } from '../../note-body.ts';
import type { SearchWeights } from '../search-weights.ts';

/** A part of a note and how much a word there weighs against one in the running text. */
export type NoteField = { readonly name: NoteFieldName; readonly text: string; readonly weight: number };
export type NoteFieldName = 'title' | 'symptom' | 'asset' | 'category' | 'body' | 'steps';

/** Read no further than this: a note that is longer than a book chapter answers no question better for it. */
const longestBody = 20_000;

/** What people call the category, so that a note that never says `skrivare` is still a printer's. */
export const categoryWords: Readonly<Record<Category, string>> = {
  account: 'konto inloggning lösenord behörighet',
  workstation: 'dator',
  tablet: 'surfplatta',
  printer: 'skrivare utskrift',
  network: 'nätverk internet wifi',
  phone: 'telefon',
  av: 'bild ljud',
  application: 'program system',
  'email-calendar': 'mejl kalender',
  server: 'server mapp',
  security: 'säkerhet',
  other: '',
  'not-it': '',
};

export function noteFields(note: Note, weights: SearchWeights['fields']): NoteField[] {
  const body = parseNoteBody(note.body.slice(0, longestBody));
  return [
    { name: 'title', text: note.title, weight: weights.title },
    ...note.symptoms.map((text) => ({ name: 'symptom' as const, text, weight: weights.symptom })),
    { name: 'asset', text: note.asset ?? '', weight: weights.asset },
    { name: 'category', text: categoryWords[note.category], weight: weights.category },
    {
      name: 'body',
      text: `${body.introduction}\n${body.rest}\n${note.warning ?? ''}`,
      weight: weights.body,
    },
    { name: 'steps', text: body.steps.join('\n'), weight: weights.steps },
  ];
}
