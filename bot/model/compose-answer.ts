import type { Desk } from '#bot/desk/desk.ts';
import type { ComposedAnswer, Sentence } from '#bot/reply/composed-answer.ts';
import type { Note } from '#knowledge/note.ts';
import { createLineCheck, type Dropped } from './check/check-line.ts';
import type { CallFor, LanguageModel } from './language-model.ts';
import { MaskedText } from './masked-text.ts';
import { StaffNote } from './staff-note.ts';

export type Question = {
  /** The person's words about the matter. */
  readonly text: string;
  /** What the search returned for this person, best first. */
  readonly notes: readonly Note[];
  /** ISO 639-1 of the answer. */
  readonly language: string;
};

export type Composing = {
  readonly answer: ComposedAnswer | null;
  /** Why sentences were left out, one for each. */
  readonly dropped: readonly Dropped[];
};

/** Of all that was said, at least so much must stand the check: else the note itself is the better answer. */
const enoughKept = 0.5;
const mostSentences = 12;
const longestAbstract = 160;
const nothing: Composing = { answer: null, dropped: [] };

/**
 * An answer in the model's words, made of these notes alone. Each sentence is checked before anybody sees it, what
 * fails is left out, and when too little is left there is no answer: the note itself is shown then.
 * `onSentences` hears the checked sentences as they come.
 */
export async function composeAnswer(
  model: LanguageModel,
  question: Question,
  { desk, call, onSentences }: { desk: Desk; call: CallFor; onSentences: (all: readonly Sentence[]) => void },
): Promise<Composing> {
  const notes = question.notes.flatMap((note) => StaffNote.of(note, desk) ?? []);
  // The best note is a technician's: there is nothing that staff could be told.
  if (notes.length === 0 || notes[0]?.id !== question.notes[0]?.id) return nothing;
  const check = createLineCheck(notes, { language: question.language, question: question.text });
  const kept: Sentence[] = [];
  const dropped: Dropped[] = [];
  const asked = { question: MaskedText.of(question.text, desk), notes, language: question.language };
  const by = await model.compose(asked, call, (line) => {
    const checked = check(line);
    if ('dropped' in checked) {
      if (checked.dropped !== null) dropped.push(checked.dropped);
      return dropped.length <= mostSentences;
    }
    kept.push({ text: checked.sentence, cites: checked.cites });
    onSentences([...kept]);
    return kept.length < mostSentences;
  });
  if (by === null || !isEnough(kept.length, dropped.length)) return { answer: null, dropped };
  return {
    answer: { ...by, language: question.language, sentences: kept, sources: sourcesOf(kept, notes) },
    dropped,
  };
}

function isEnough(kept: number, dropped: number): boolean {
  return kept > 0 && kept / (kept + dropped) >= enoughKept;
}

function sourcesOf(sentences: readonly Sentence[], notes: readonly StaffNote[]): ComposedAnswer['sources'] {
  const used = new Set(sentences.flatMap(({ cites }) => cites));
  return notes.flatMap((note, index) => {
    if (!used.has(index + 1)) return [];
    const abstract = note.text
      .split('\n')
      .slice(1)
      .join(' ')
      .replace(/\{hidden-\d+\}/gu, '…');
    return [
      {
        position: index + 1,
        noteId: note.id,
        title: note.title,
        abstract: abstract.slice(0, longestAbstract),
      },
    ];
  });
}
