import { foreignWords } from './lexicon/foreign-words.ts';
import { courtesyWords, injectionOpening, injectionWords } from './lexicon/talk-words.ts';
import { sentencesOf, toLine, wordsOf } from './text/fold.ts';
import { matches, patterns, without } from './text/patterns.ts';

/** A message as the rules hear it. */
export type Heard = {
  /** What the person wrote, secrets masked, without sentences that try to command the machine. */
  readonly text: string;
  /** The whole of it as a line (see toLine). */
  readonly line: string;
  /** Swedish words for what a foreign message says; empty for Swedish and English. */
  readonly gloss: string;
  /** Without courtesies and without clauses that only say that something works. */
  readonly matter: string;
  /** As `line`, without clauses that only say that something works. */
  readonly trouble: string;
  /** True when a sentence was dropped because it spoke to the machine. */
  readonly injected: boolean;
};

const works = patterns(`
funkar | fungerar | gick bra | går som tåget/vanligt/smort | går fint | surfar _ som vanligt | rullar på | inget fel på | går bra | är på | e på | is fine | works | works fine | is working
som vanligt | är ok
`);
const spoilt = patterns(`
inte | ej | inget | ingen | inga | ingenting | aldrig | knappt | bara | ibland | dåligt | utom | hur | om
för | not | doesnt | never | only | barely | how | när | why | varför | except | ett | sämre | halvt
längre | nu
`);

/** Splits off what is not about the matter. Bounded: only the first 4,000 characters are weighed. */
export function hear(text: string, isForeign = false): Heard {
  const parts = text
    .slice(0, 4_000)
    .split(/(?<=[.!?\n])\s+|(?<=\s)(?=SYSTEM:|ASSISTANT:)|(?=<\/?[a-z]+>|\[\/?INST\])/i);
  const kept = parts.filter((part) => !commands(part));
  const clean = kept.join(' ');
  const gloss = isForeign ? glossOf(toLine(clean)) : '';
  const line = `${toLine(clean)}${gloss === '' ? '' : `${gloss} `}`;
  const bare = without(line, courtesyWords);
  return {
    text: clean,
    line,
    gloss,
    matter: withoutHealthy(bare),
    trouble: withoutHealthy(line),
    injected: kept.length < parts.length,
  };
}

/** What a foreign message says, in folded Swedish, so that the other rules and the search hear it. */
function glossOf(line: string): string {
  const said = foreignWords.filter(({ heard }) => matches(line, heard)).map(({ swedish }) => swedish);
  return toLine(said.join(' ')).trim();
}

function commands(part: string): boolean {
  return injectionOpening.test(part) || matches(toLine(part), injectionWords);
}

/** "…, but house 2 works" must not make house 2 a part of the trouble. */
function withoutHealthy(line: string): string {
  const clauses = sentencesOf(line).map((sentence) => {
    // What joins the clauses stays as it was: "klassen sitter och väntar" is one saying.
    const parts = sentence.split(/ (,|men|but|fast|medan|while|och|o|and) /);
    const told = parts.filter((_, index) => index % 2 === 0);
    if (told.length === 1) return sentence;
    return told.reduce((kept, clause, index) => {
      if (isHealthy(` ${clause.trim()} `, index)) return kept;
      return index === 0 ? clause : `${kept} ${parts[index * 2 - 1] ?? ','} ${clause}`;
    }, '');
  });
  return ` ${clauses.map((clause) => clause.trim()).join(' . ')} `.replace(/\s+/g, ' ');
}

function isHealthy(clause: string, index: number): boolean {
  return index > 0 && matches(clause, works) && !matches(clause, spoilt) && wordsOf(clause).length <= 7;
}
