import type { Site } from '#bot/desk/site.ts';
import type { Note } from '#knowledge/note.ts';
import { plainAnalyser } from '#knowledge/search/analyse/analyser.ts';
import { words } from '#knowledge/search/analyse/words.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { amountWords, fillerWords } from './lexicon/filler-words.ts';
import { courtesyWords, vagueWords } from './lexicon/talk-words.ts';
import { toLine, wordsOf } from './text/fold.ts';
import { without } from './text/patterns.ts';
import { likeness, phrasesIn, type Term, termOf } from './text/same-thing.ts';

/** Things that half of all notes are about: the name alone says nothing of what is the matter with one. */
const commonThings = new Set([
  '#computer',
  '#laptop',
  '#tablet',
  '#printer',
  '#phone',
  '#projector',
  '#device',
]);
/** A note whose own symptom is so like the message is about it, whatever words they share. */
const alike = 0.75;

/**
 * The notes that were found, those marked as about something else that hold no word of what is the matter: a message on
 * a telephone that does not charge finds the note on new telephones by its thing alone.
 * @param hints the field's own words for what was told as a story.
 */
export function markSilent(
  found: readonly FoundNote[],
  said: { readonly text: string; readonly hints: string },
  site: Site | null,
): FoundNote[] {
  const wanted = termsOfMatter(`${said.text} ${said.hints}`, site);
  const named = particularThings(words(said.text));
  return found.map((one) =>
    isSilent(one, wanted) && !isOnOneOf(named, one.note)
      ? { ...one, evidence: { ...noEvidence, ...one.evidence, silent: true } }
      : one,
  );
}

function isSilent({ note, currentOutage, evidence }: FoundNote, wanted: readonly Term[]): boolean {
  if (currentOutage || (evidence?.matchedSymptom ?? 1) >= alike) return false;
  const told = termsOfNote(note);
  return !wanted.some((one) => told.some((other) => likeness(one, other) > 0));
}

/** `besöksdatorn` is one computer among others: a note that has it in its title is about just that. Stems. */
function particularThings(tokens: readonly string[]): Set<string> {
  const read = tokens.map((token) => plainAnalyser.word(token, 'sv'));
  const things = read.filter(
    ({ parts, ideas }) => parts.length > 1 && ideas.some((idea) => commonThings.has(idea)),
  );
  return new Set(things.map(({ stem }) => stem));
}

function isOnOneOf(named: ReadonlySet<string>, { title, asset }: Note): boolean {
  if (named.size === 0) return false;
  return words(`${title} ${asset ?? ''}`).some((word) => named.has(plainAnalyser.word(word, 'sv').stem));
}

const noEvidence = { coverage: 0, matchedSymptom: 0, gap: 0 };

/** What a message tells beside the common thing and the place; what many things do (`blinkar`) only where it tells no more. */
function termsOfMatter(text: string, site: Site | null): Term[] {
  const line = without(toLine(text), courtesyWords);
  const telling = termsOfLine(without(line, vagueWords), site);
  return telling.length > 0 ? telling : termsOfLine(line, site);
}

function termsOfLine(line: string, site: Site | null): Term[] {
  const names = new Set([site?.name ?? '', ...(site?.aliases ?? [])].flatMap(words));
  const telling = wordsOf(line).filter(
    (word) => tells(word) && !names.has(word) && !names.has(word.replace(/s$/, '')),
  );
  return termsOf([...new Set(telling)]);
}

function tells(word: string): boolean {
  if (word.length < 2 || /^\d+$/.test(word) || fillerWords.has(word) || amountWords.has(word)) return false;
  return !plainAnalyser.isEmptyWord(word) && !plainAnalyser.isFaintWord(word);
}

const remembered = new WeakMap<Note, readonly Term[]>();

function termsOfNote(note: Note): readonly Term[] {
  const known = remembered.get(note);
  if (known !== undefined) return known;
  const { title, symptoms, asset, body } = note;
  const terms = termsOf([...new Set(words([title, ...symptoms, asset ?? '', body].join(' ')))]);
  remembered.set(note, terms);
  return terms;
}

function termsOf(tokens: readonly string[]): Term[] {
  return [...tokens.map(termOf), ...phrasesIn(tokens)].filter(
    ({ ideas }) => !ideas.some((idea) => commonThings.has(idea)),
  );
}
