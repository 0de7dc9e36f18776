import { commonWords } from './common-words.ts';

/** What was heard: ISO 639-1, null when there is nothing to judge by. */
export type LanguageFinding = { readonly language: string | null; readonly confidence: number };

type Profile = {
  readonly language: string;
  readonly words: ReadonlySet<string>;
  readonly grams: ReadonlyMap<string, number>;
  readonly total: number;
};

/** How little a language is surprised by a letter triple, and by one that it does not have. */
type Expectation = { readonly of: ReadonlyMap<string, number>; readonly unseen: number };

const profiles = Object.entries(commonWords).map(([language, text]) => toProfile(language, text));
/** How many languages know a word: one that all share tells nothing. */
const shared = countShared();
const vocabulary = new Set(profiles.flatMap((profile) => [...profile.grams.keys()])).size;

const expectations = new Map(profiles.map((profile) => [profile, expect(profile)]));

/**
 * The language of a short text: by its script where that settles it, else by common words and by letter
 * triples. `lean` is what an undecided text is taken for (the desk's language), so that Swedish without å ä ö
 * and two-word messages stay Swedish.
 */
export function detectLanguage(text: string, lean: string): LanguageFinding {
  const byScript = languageOfScript(text);
  if (byScript !== null) return { language: byScript, confidence: 0.95 };
  const words = latinWords(text);
  if (words.length === 0) return { language: null, confidence: 0 };
  const heard = words.map((word) => ({ word, grams: gramsOf(word) }));
  const lower = text.toLowerCase();
  const scores = profiles
    .map((profile) => ({ language: profile.language, score: scoreProfile(profile, heard, lower) }))
    .map((entry) => ({ ...entry, score: entry.score + (entry.language === lean ? leaning : 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best === undefined) return { language: null, confidence: 0 };
  const margin = best.score - (second?.score ?? 0);
  const confidence = Math.round((1 - Math.exp(-margin / 3)) * 100) / 100;
  const undecided = words.length <= few && margin < clearly && best.language !== 'en';
  return { language: undecided ? lean : best.language, confidence };
}

const leaning = 1.5;
/** Of so few words, a lead smaller than this over the next language says nothing. */
const few = 2;
const clearly = 1.2;

function toProfile(language: string, text: string): Profile {
  const words = new Set(text.split(/\s+/).filter((word) => word !== ''));
  const grams = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    for (const gram of gramsOf(word)) {
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
      total += 1;
    }
  }
  return { language, words: new Set([...words, ...[...words].map(plain)]), grams, total };
}

function countShared(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of profiles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** As typed on a keyboard without the language's own letters. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l');
}

function latinWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{Script=Latin}]+/gu) ?? []
  ).slice(0, 200);
}

function gramsOf(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: Math.max(padded.length - 2, 1) }, (_, index) => padded.slice(index, index + 3));
}

type HeardWord = { readonly word: string; readonly grams: readonly string[] };

function scoreProfile(profile: Profile, words: readonly HeardWord[], lower: string): number {
  const { of, unseen } = expectations.get(profile) ?? expect(profile);
  let score = 0;
  for (const { word, grams } of words) {
    if (profile.words.has(word)) score += wordHit / (shared.get(word) ?? 1);
    let sum = 0;
    for (const gram of grams) sum += of.get(gram) ?? unseen;
    score += (gramShare * sum) / Math.sqrt(grams.length);
  }
  return score + letterHints(profile.language, lower);
}

const wordHit = 3;
const gramShare = 0.5;

function expect({ grams, total }: Profile): Expectation {
  const share = (seen: number) => Math.log((seen + 0.1) / (total + 0.1 * vocabulary)) + 8;
  return { of: new Map([...grams].map(([gram, seen]) => [gram, share(seen)])), unseen: share(0) };
}

const ownLetters: Readonly<Record<string, RegExp>> = {
  sv: /[äö]/g,
  // Danish and Norwegian share most words; their spelling sets them apart.
  no: /sjon|het(?!\p{L})|(?<!\p{L})(?:av|hva|noe|noen|etter|uten|mellom|blir?|ikkje|jeg|få|bruke)(?!\p{L})|[æø]/gu,
  da: /tion|hed(?!\p{L})|(?<!\p{L})(?:af|hvad|noget|nogle|efter|uden|mellem|blive[rt]?|kig|dine|brug\w*)(?!\p{L})|[æø]/gu,
  fi: /ää|öö|yy|aa[^\s]|uu|kk[aoä]/g,
  de: /[ßü]|sch|[äö]/g,
  pl: /[łńśźżąęć]/g,
  es: /[ñ¿¡]/g,
  fr: /[çêèàœ]/g,
  tr: /[ığş]/g,
};

function letterHints(language: string, text: string): number {
  const own = ownLetters[language];
  if (own === undefined) return 0;
  return Math.min(text.match(own)?.length ?? 0, 6) * 1.5;
}

/** A script that one of the languages here has to itself settles the matter. */
function languageOfScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / Math.max(letters, 1);
  if (letters === 0) return null;
  if (share(/\p{Script=Arabic}/gu) > 0.4) return /[پچژگکی]/.test(text) ? 'fa' : 'ar';
  if (share(/\p{Script=Cyrillic}/gu) > 0.4) return /[іїєґ]/i.test(text) ? 'uk' : 'ru';
  if (share(/\p{Script=Greek}/gu) > 0.4) return 'el';
  if (share(/\p{Script=Hebrew}/gu) > 0.4) return 'he';
  if (share(/\p{Script=Ethiopic}/gu) > 0.4) return 'ti';
  if (share(/\p{Script=Thai}/gu) > 0.4) return 'th';
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  return share(/\p{Script=Han}/gu) > 0.4 ? 'zh' : null;
}
