import type { Desk } from '#bot/desk/desk.ts';
import type { Site } from '#bot/desk/site.ts';
import { ordinaryWords } from './lexicon/ordinary-words.ts';
import { createNameIndex, type Name, type NameIndex } from './name-index.ts';
import { fold, toLine, wordsOf } from './text/fold.ts';
import { isNear } from './text/near.ts';

/** One place of a message that names a site, or several sites that go by the same name. */
export type Mention = {
  readonly siteIds: readonly string[];
  /** Index of its first word in the message. */
  readonly index: number;
  /** Words that say that the person is there, or that it is about there. */
  readonly placed: boolean;
  /** A preposition stands before it. */
  readonly led: boolean;
  /** "inte på Solen": named only to say that it is not that one. */
  readonly denied: boolean;
  /** The name is also an ordinary word and nothing shows that the site is meant. */
  readonly doubtful: boolean;
  /** Misspelt. */
  readonly guessed: boolean;
};

const kindWords =
  /^(forskola|forskolan|skolan?|fritidsgard(en)?|aldreboendet?|vard|och|omsorgsboendet?|boendet?|stadsdels?)$/;

/** Every way of naming every site, longest first. */
function namesOf(sites: Iterable<Site>): Name[] {
  const byName = new Map<string, Set<string>>();
  for (const site of sites) {
    for (const name of [site.name, ...site.aliases, withoutKind(site.name)]) addName(byName, name, site.id);
  }
  return [...byName]
    .map(([name, ids]) => ({
      words: name.split(' '),
      siteIds: [...ids],
      ordinary: ordinaryWords.has(name),
    }))
    .sort((a, b) => b.words.length - a.words.length || b.words.join('').length - a.words.join('').length);
}

function addName(byName: Map<string, Set<string>>, name: string, id: string): void {
  const key = wordsOf(toLine(name)).join(' ');
  if (key.length < 3) return;
  byName.set(key, (byName.get(key) ?? new Set()).add(id));
}

/** "Förskolan Solrosen" is called "Solrosen" even where the desk lists no alias. */
function withoutKind(name: string): string {
  const rest = name.split(/[\s-]+/).filter((word) => !kindWords.test(fold(word)));
  return rest.length === 0 ? name : rest.join(' ');
}

const before = new Set([
  'pa',
  'hos',
  'fran',
  'till',
  'vid',
  'hela',
  'at',
  'in',
  'from',
  'here',
  'har',
  'visiting',
  'i',
]);
const placeVerbs =
  /^(ar|e|er|am|im|jobbar|vikarierar|vikarie|besok|sitter|visiting|visit|working|today|idag|substitute|galler|star)$/;
const roomWords =
  /^(avdelning|avdelningen|avd|rum|rummet|sal|salen|grupp|gruppen|hemvist|klassrum|konferensrum|motesrum|motesrummet|room|department|basgrupp)$/;
/** "Det är fel på …" says nothing of where anybody is. */
const faults = /^(fel|problem|strul|wrong)$/;
const denials = /^(inte|ej|not)$/;
/** What may stand between the denial and the name: "inte längre här hos oss på". */
const towards = /^(pa|i|hos|oss|till|vid|har|langre|langre|uppe|nere|dar|at|in|here|there)$/;
/** After these, or where a clause begins, the denial is of the place; after any other verb of what it does. */
const deniesPlace =
  /^(ar|e|er|var|jobbar|sitter|galler|alltsa|och|men|utan|fast|nej|na|jag|vi|is|am|im|its|was|but|and)$/;

const known = new WeakMap<Desk, NameIndex>();

/** A desk never changes, and a big one has thousands of names. */
function namesOfDesk(desk: Desk): NameIndex {
  const names = known.get(desk) ?? createNameIndex(namesOf(desk.sites.values()), isMisspelt);
  known.set(desk, names);
  return names;
}

/** Finds the sites that a message names, in its order. Words inside a longer name are not looked at again. */
export function findMentions(text: string, desk: Desk): Mention[] {
  const raw = rawWords(text);
  const shouting = text === text.toUpperCase();
  const mentions: Mention[] = [];
  const taken = new Set<number>();
  const heard = [...new Set(raw.map(({ folded }) => folded))];
  for (const exact of [true, false]) {
    for (const name of namesOfDesk(desk).candidatesFor(heard, exact)) {
      for (let index = 0; index + name.words.length <= raw.length; index++) {
        if (taken.has(index) || !fits(raw, index, name, exact)) continue;
        const mention = describe(raw, index, name, shouting, exact);
        if (mention === null) continue;
        for (const offset of name.words.keys()) taken.add(index + offset);
        mentions.push(mention);
      }
    }
  }
  return mentions.sort((a, b) => a.index - b.index);
}

type RawWord = {
  readonly folded: string;
  readonly capital: boolean;
  /** Any word may have a capital there. */
  readonly opens: boolean;
  /** A clause begins with it. */
  readonly begins: boolean;
};

function rawWords(text: string): RawWord[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word),
    capital: /^\p{Lu}/u.test(word),
    opens: /(?:^|[.!?:]\s*)$/u.test(text.slice(Math.max(0, index - 3), index).trimStart()),
    begins: index === 0 || /[.,;:!?()–\n-]\s*$/u.test(text.slice(Math.max(0, index - 3), index)),
  }));
}

function fits(raw: readonly RawWord[], index: number, name: Name, exact: boolean): boolean {
  return name.words.every((word, offset) => {
    const heard = raw[index + offset]?.folded ?? '';
    const last = offset === name.words.length - 1;
    if (heard === word || (last && heard === `${word}s`)) return true;
    return !exact && !name.ordinary && isMisspelt(heard, word);
  });
}

/** One slip in six letters or more, two in ten or more; the first letter is seldom wrong. */
function isMisspelt(heard: string, word: string): boolean {
  if (word.length < 6 || heard[0] !== word[0] || ordinaryWords.has(heard)) return false;
  const limit = word.length >= 10 ? 2 : 1;
  return isNear(heard, word, limit) || (heard.endsWith('s') && isNear(heard.slice(0, -1), word, limit));
}

/** "Inte på Solen", but not "funkar inte på Solen". */
function isDenied(raw: readonly RawWord[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const { folded, begins } = raw[at] ?? { folded: '', begins: false };
    if (denials.test(folded)) return begins || deniesPlace.test(raw[at - 1]?.folded ?? '');
    if (!towards.test(folded)) return false;
  }
  return false;
}

/** "Klockan på datorn går fel": a word that opens a sentence and has a place of its own is no site. */
function opensOrdinarily(raw: readonly RawWord[], after: number): boolean {
  return raw[after - 1]?.opens === true && ownPlace.test(raw[after]?.folded ?? '');
}

const ownPlace =
  /^(pa|i|vid|till|under|bakom|over|hos|gar|ringer|hanger|ramlade|trillade|lossnade|on|in|at)$/;

function describe(
  raw: readonly RawWord[],
  index: number,
  name: Name,
  shouting: boolean,
  exact: boolean,
): Mention | null {
  const previous = raw[index - 1]?.folded ?? '';
  if (roomWords.test(previous)) return null;
  const capital =
    raw[index]?.capital === true && !shouting && !opensOrdinarily(raw, index + name.words.length);
  const around = raw.slice(Math.max(0, index - 4), index).map((word) => word.folded);
  const led = before.has(previous);
  const faulty = around.some((word) => faults.test(word));
  const placed = led && !faulty && around.some((word) => placeVerbs.test(word));
  return {
    siteIds: name.siteIds,
    index,
    placed,
    led,
    denied: isDenied(raw, index),
    doubtful: name.ordinary && !capital && !(placed && (previous === 'pa' || previous === 'hos')),
    guessed: !exact,
  };
}
