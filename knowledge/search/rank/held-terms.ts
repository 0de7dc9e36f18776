import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { guessLanguage } from '../analyse/guess-language.ts';
import { words } from '../analyse/words.ts';
import { type NoteFieldName, noteFields } from '../index/note-fields.ts';
import type { SearchWeights } from '../search-weights.ts';

export type HeldTerms = ReadonlyMap<string, ReadonlySet<NoteFieldName>>;

/** The terms by which a note can be found, each with the fields that hold it. */
export function termsByField(
  note: Note,
  { analyser, weights }: { readonly analyser: Analyser; readonly weights: SearchWeights },
): HeldTerms {
  const held = new Map<string, Set<NoteFieldName>>();
  const fields = noteFields(note, weights.fields).map(({ name, text }) => ({ name, tokens: words(text) }));
  const language = guessLanguage(fields.flatMap(({ tokens }) => tokens)) === 'en' ? 'en' : 'sv';
  const add = (term: string, name: NoteFieldName) => held.set(term, (held.get(term) ?? new Set()).add(name));
  for (const { name, tokens } of fields) {
    for (const phrase of analyser.read(tokens, language).phrases) add(phrase, name);
    for (const token of tokens) {
      if (analyser.isEmptyWord(token)) continue;
      const { stem, parts, ideas } = analyser.word(token, language);
      for (const term of [stem, ...parts, ...ideas]) add(term, name);
    }
  }
  return held;
}
