import { everyday } from '../glossary/everyday.ts';
import { glossary } from '../glossary/glossary.ts';
import { type Alike, createAlikeFinder } from './find-alike.ts';
import { createIdeaFinder } from './find-ideas.ts';
import { guessLanguage, type SearchLanguage } from './guess-language.ts';
import { createLexicon } from './lexicon.ts';
import { type Lexicon, splitCompound, splitNumbered } from './split-compound.ts';
import { stemEnglish, stemSwedish } from './stem.ts';
import { chatter, englishStopWords, faintWords, swedishStopWords } from './stop-words.ts';

/** What one word is worth to the index: its stem, the stems of its parts, the ideas that it names. */
export type WordAnalysis = {
  readonly stem: string;
  /** Of a compound, in order, the head last; else empty. */
  readonly parts: readonly string[];
  /** Index terms of the glossary's ideas, `#printer`. */
  readonly ideas: readonly string[];
};

/** A text as the search sees it. */
export type AnalysedText = {
  readonly language: SearchLanguage;
  /** In order, with nothing left out. */
  readonly tokens: readonly string[];
  /** Ideas that take more than one word: `logga in`. */
  readonly phrases: readonly string[];
};

export type Analyser = {
  /** The language is guessed unless it is given. */
  read(tokens: readonly string[], language?: SearchLanguage): AnalysedText;
  word(word: string, language: SearchLanguage): WordAnalysis;
  /** Everyday words that mean much the same as the one with this stem. */
  alike(stem: string, language: SearchLanguage): Alike;
  /** The ideas of more than one word that begin at that place; there are some only where `beginsPhrase` is true. */
  phrasesAt(tokens: readonly string[], at: number, language: SearchLanguage): readonly string[];
  /** Whether an idea that takes more than one word begins with it. */
  beginsPhrase(word: string, language: SearchLanguage): boolean;
  /** Swedish words that say the same as these ideas, for the comparison by letters. */
  swedishFor(idea: string): readonly string[];
  isEmptyWord(word: string): boolean;
  /** Of nearly every report, whatever it is about: `funkar`, `imorse`. */
  isFaintWord(word: string): boolean;
};

/** The idea that goes with every device and system alike. */
export const saidOfEverything = '#not-working';

const ideas = createIdeaFinder(glossary);
const alike = createAlikeFinder(everyday);
const rememberedWords = 50_000;

/** Splits compounds by the glossary's words alone. One for all: it remembers every word that it has seen. */
export const plainAnalyser = createAnalyser(createLexicon([], glossary));

/** `lexicon`: the words that compounds are split by. */
export function createAnalyser(lexicon: Lexicon): Analyser {
  const remembered = {
    sv: new Map<string, WordAnalysis>(),
    en: new Map<string, WordAnalysis>(),
    other: new Map<string, WordAnalysis>(),
  };
  const analyse = (word: string, language: SearchLanguage): WordAnalysis => {
    const numbered = splitNumbered(word);
    if (numbered !== null) return analyseNumbered(word, numbered, language);
    if (language === 'en') return { stem: stemEnglish(word), parts: [], ideas: ideasOf(word, 'en') };
    const split = splitCompound(word, lexicon) ?? [];
    const own = ideasOf(word, language);
    const head = split.at(-1);
    const inherited = own.length > 0 || head === undefined ? [] : ideasOf(head, 'sv');
    return { stem: stemSwedish(word), parts: split.map(stemSwedish), ideas: [...own, ...inherited] };
  };
  return {
    read(tokens, language = guessLanguage(tokens)) {
      const phrases = [...tokens.keys()].flatMap((at) => phrasesAt(tokens, at, language));
      return { language, tokens, phrases };
    },
    word(word, language) {
      const ofLanguage = remembered[language];
      const known = ofLanguage.get(word);
      if (known) return known;
      const fresh = analyse(word, language);
      if (ofLanguage.size < rememberedWords) ofLanguage.set(word, fresh);
      return fresh;
    },
    alike,
    phrasesAt,
    beginsPhrase: ideas.beginsPhrase,
    swedishFor: (idea) => ideas.swedishFor(idea.slice(1)),
    isFaintWord: (word) => faintWords.has(word),
    isEmptyWord: (word) => swedishStopWords.has(word) || englishStopWords.has(word) || chatter.has(word),
  };
}

/** What a numbered thing is, its name says: `ipad9` is an iPad. */
function analyseNumbered(
  word: string,
  [name, number]: readonly [string, string],
  language: SearchLanguage,
): WordAnalysis {
  const stem = language === 'en' ? stemEnglish : stemSwedish;
  const own = ideasOf(word, language);
  return {
    stem: stem(word),
    parts: [stem(name), number],
    ideas: own.length > 0 ? own : ideasOf(name, language),
  };
}

function phrasesAt(tokens: readonly string[], at: number, language: SearchLanguage): string[] {
  return ideas.phrasesAt(tokens, at, language).map((idea) => `#${idea}`);
}

function ideasOf(word: string, language: SearchLanguage): string[] {
  return ideas.inWord(word, language).map((idea) => `#${idea}`);
}
