import type { Note } from '#knowledge/note.ts';

/** A search under comparison, fed with shared notes. */
export type Index = {
  /** Ids of the best ten, best first. */
  search(question: string): Promise<readonly string[]> | readonly string[];
  close?(): Promise<void>;
};

export type Engine = {
  readonly name: string;
  /** `language` is that of the notes. */
  index(notes: readonly Note[], language: 'sv' | 'en'): Promise<Index> | Index;
};

/** What the engines without fields of their own are given. */
export function partsOf(note: Note): { id: string; title: string; symptoms: string; text: string } {
  return { id: note.id, title: note.title, symptoms: note.symptoms.join('\n'), text: note.body };
}
