import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { gramsOf } from '../analyse/grams.ts';
import { guessLanguage, type SearchLanguage } from '../analyse/guess-language.ts';
import { words } from '../analyse/words.ts';
import { createLayerBuilder, type LayerBuilder } from './layer-builder.ts';
import { noteFields } from './note-fields.ts';
import type { Nearness, Shelf } from './shelf.ts';
import type { TermIds } from './term-ids.ts';

const partWeight = 0.7;
/** In the letters' layer a word that says nothing must not make two notes alike. */
const emptyWordWeight = 0.15;

type Tools = {
  readonly analyser: Analyser;
  readonly ids: TermIds;
  readonly terms: LayerBuilder;
  readonly grams: LayerBuilder;
  /** Word → its grams: a shelf's notes say much the same words. */
  readonly spelled: Map<string, Int32Array>;
};

/** Reads the notes into a shelf: some milliseconds for a site's notes. */
export function buildShelf(
  nearness: Nearness,
  notes: readonly Note[],
  analyser: Analyser,
  ids: TermIds,
): Shelf {
  const terms = createLayerBuilder(notes.length);
  const grams = createLayerBuilder(notes.length);
  const spelled = new Map<string, Int32Array>();
  for (const [document, note] of notes.entries()) {
    addNote(note, document, { analyser, ids, terms, grams, spelled });
  }
  const vocabulary = new Set(spelled.keys());
  return { nearness, notes, vocabulary, terms: terms.finish(), grams: grams.finish() };
}

function addNote(note: Note, document: number, tools: Tools): void {
  const fields = noteFields(note).map((field) => ({ tokens: words(field.text), weight: field.weight }));
  const language = languageOf(fields.flatMap((field) => field.tokens));
  const counts = new Map<string, number>();
  for (const { tokens, weight } of fields) {
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + weight);
    for (const phrase of tools.analyser.read(tokens, language).phrases) {
      tools.terms.add(tools.ids.give(phrase), document, weight);
    }
  }
  for (const [word, weight] of counts) {
    addTerms(word, { document, weight, language }, tools);
    addGrams(word, { document, weight }, tools);
  }
}

/** Notes are written in Swedish or in English; one too short to tell is taken for Swedish. */
function languageOf(tokens: readonly string[]): SearchLanguage {
  return guessLanguage(tokens) === 'en' ? 'en' : 'sv';
}

function addTerms(
  word: string,
  { document, weight, language }: { document: number; weight: number; language: SearchLanguage },
  { analyser, ids, terms }: Tools,
): void {
  if (analyser.isEmptyWord(word)) return;
  const { stem, parts, ideas } = analyser.word(word, language);
  terms.add(ids.give(stem), document, weight);
  for (const part of parts) if (part !== stem) terms.add(ids.give(part), document, weight * partWeight);
  for (const idea of ideas) terms.add(ids.give(idea), document, weight);
}

function addGrams(
  word: string,
  { document, weight }: { document: number; weight: number },
  { analyser, grams, spelled }: Tools,
): void {
  const known = spelled.get(word) ?? gramsOf(word);
  spelled.set(word, known);
  const letters = weight * (analyser.isEmptyWord(word) ? emptyWordWeight : 1);
  for (let index = 0; index < known.length; index += 1) grams.add(known[index] ?? 0, document, letters);
}
