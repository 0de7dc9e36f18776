import { join } from 'node:path';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import type { Note } from '#knowledge/note.ts';
import { words } from '#knowledge/search/analyse/words.ts';
import { buildNote } from '../../support/build-note.ts';
import { createDice } from './dice.ts';

const demo = join(import.meta.dirname, '../../../knowledge/demo');
const bodyWords = 60;

export type MadeDesk = { readonly notes: readonly Note[]; readonly questions: readonly string[] };

/**
 * Many notes that read like the demo's: its words as common as they are there, and a long tail of compounds of
 * them, since real notes keep bringing new words. All are shared, so that every engine searches the same.
 * The same numbers give the same notes.
 */
export async function makeNotes(amount: number, questions: number): Promise<MadeDesk> {
  const vocabulary = await demoWords();
  const dice = createDice(amount);
  const word = () => {
    const plain = dice.skewed(vocabulary);
    return dice.under(6) === 0 ? `${plain}${dice.one(vocabulary)}` : plain;
  };
  const say = (length: number) => Array.from({ length }, word).join(' ');
  const notes = Array.from({ length: amount }, (_, index) =>
    buildNote({
      id: `_shared/note-${index}`,
      title: say(4),
      symptoms: [say(4), say(5)],
      body: `${say(bodyWords / 2)}. ${say(bodyWords / 2)}.`,
    }),
  );
  return { notes, questions: Array.from({ length: questions }, () => ask(dice.one(notes), say)) };
}

/** Some words of one note and some of its own, as somebody who has read it half. */
function ask(note: Note, say: (length: number) => string): string {
  return `${note.symptoms[0] ?? ''} ${say(3)}`;
}

async function demoWords(): Promise<string[]> {
  const { notes } = await readDeskFolder(demo);
  const counts = new Map<string, number>();
  const text = notes.map(({ title, symptoms, body }) => [title, ...symptoms, body].join(' ')).join(' ');
  for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}
