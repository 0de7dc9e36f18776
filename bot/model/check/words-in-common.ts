import { fold, words } from '#knowledge/search/analyse/words.ts';
import { tellingTerms } from '#knowledge/search/learn/telling-words.ts';

/** How many letters two forms of a word begin with alike. */
const likeEnough = 5;
/** The glossary knows words that notes say in others: of the rest a third is enough. */
const enoughIdeas = 0.33;
/** Nobody is to be talked into giving these away, or into installing something. */
const delicate: ReadonlySet<string> = new Set([
  '#password',
  '#code',
  '#login',
  '#badge',
  '#account',
  '#install',
]);

export type Vocabulary = {
  /** 0–1: the share of the sentence's telling words that the text has too. 1 when it has none. */
  share(sentence: string): number;
  /**
   * Whether the things that the glossary knows in the sentence, in whatever language, are those of the text: some of
   * them, and every one that is delicate.
   */
  knowsIdeas(sentence: string): boolean;
  /** The line of the text that is likest to the sentence. */
  likest(sentence: string): string;
};

/** The words of a text, by stem and idea, to tell whether a sentence says what stands there. */
export function createVocabulary(text: string): Vocabulary {
  const lines = text.split(/\n|(?<=[.!?])\s+/u).filter((line) => line.trim() !== '');
  const byLine = lines.map((line) => ({
    line,
    terms: new Set(tellingTerms(line).values()),
    words: new Set(words(line)),
  }));
  const terms = new Set(byLine.flatMap((one) => [...one.terms]));
  const known = new Set(byLine.flatMap((one) => [...one.words]));
  return {
    share(sentence) {
      const asked = [...tellingTerms(sentence)];
      if (asked.length === 0) return 1;
      return asked.filter(([word, term]) => terms.has(term) || isKnown(word, known)).length / asked.length;
    },
    knowsIdeas(sentence) {
      const ideas = [...new Set(tellingTerms(sentence).values())].filter((term) => term.startsWith('#'));
      const known = ideas.filter((idea) => terms.has(idea));
      if (ideas.some((idea) => delicate.has(idea) && !terms.has(idea))) return false;
      return ideas.length < 2 || known.length / ideas.length >= enoughIdeas;
    },
    likest(sentence) {
      const asked = [...tellingTerms(sentence)];
      const counted = byLine.map((one) => ({
        line: one.line,
        count: asked.filter(([word, term]) => one.terms.has(term) || one.words.has(word)).length,
      }));
      return counted.sort((a, b) => b.count - a.count)[0]?.line ?? '';
    },
  };
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true;
  if (word.length < likeEnough) return false;
  const start = fold(word).slice(0, likeEnough);
  return [...known].some((one) => one.startsWith(start));
}
