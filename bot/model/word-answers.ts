import type { Reply, ReplyLanguage } from '#bot/reply/reply.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { type ModelModes, modeFor } from './modes.ts';

export type About = {
  readonly triage: Triage | null;
  readonly upn: string;
  readonly language: ReplyLanguage;
  /** The person asked for that language; else theirs is what they write in. */
  readonly languageAsked: boolean;
};

export type WishForWords = (reply: Reply, about: About) => Reply;

/** The rules know Swedish and English for sure; of other languages a model knows more. */
function theirLanguage(byRules: string | null, reading: Triage['reading']): string | null {
  const read = reading?.understanding.language ?? null;
  const isSure =
    byRules === 'sv' || byRules === 'en' || (byRules !== null && (read === 'sv' || read === 'en'));
  return isSure ? byRules : (read ?? byRules);
}

/**
 * Wishes that an answer be put in a model's words when it is sent, where its category's mode is `on`. The decision is
 * made, the note is chosen: only how it is said may change.
 */
export function createWishForWords(modes: ModelModes): WishForWords {
  return (reply, { triage, upn, language, languageAsked }) => {
    if (reply.kind !== 'answer' || reply.hazard || triage === null) return reply;
    const about = [triage, ...triage.more].find(({ notes }) => notes[0]?.note.id === reply.note.id);
    if (about === undefined || modeFor(modes, about.category.id) !== 'on') return reply;
    const theirs = theirLanguage(about.language, triage.reading) ?? language;
    const compose = {
      upn,
      question: about.text,
      noteIds: about.notes.map(({ note }) => note.id),
      language: languageAsked ? language : theirs,
    };
    return { ...reply, compose };
  };
}
