import type { Desk } from '#bot/desk/desk.ts';
import type { Note } from '../note.ts';
import { tellingWords } from '../search/learn/telling-words.ts';
import { type Difference, findDifferences, type ReadBody, readBody } from './find-differences.ts';

export type { Difference } from './find-differences.ts';

export type Contradiction = {
  /** The one that wins (the later verified) first. */
  readonly notes: readonly [string, string];
  /** What both are about, in the winner's words: the symptom that they share, else its title. */
  readonly about: string;
  /** At least one, the most telling first. */
  readonly why: readonly Difference[];
};

/** Share of the shorter one's telling words that the other has. */
const alikeFrom = { title: 0.6, symptom: 0.75 };
/** Words that more notes of one group have say nothing of which two belong together. */
const commonest = 60;

/**
 * Pairs of published notes that tell one reader different things about one matter: same place, category and
 * audience, a symptom or the title in common, and other steps, numbers, another party, or one denies what the other
 * says. A site's note that differs from a shared one is an exception, not a contradiction, and one with a validity
 * window is meant to differ. Sorted by the desk's sites, then by note; the same notes give the same list.
 */
export function findContradictions(notes: readonly Note[], desk: Pick<Desk, 'sites'>): Contradiction[] {
  const lasting = notes.filter(
    (note) => note.status === 'published' && note.validFrom === null && note.validTo === null,
  );
  const groups = Map.groupBy(
    lasting.flatMap((note) => placesOf(note, desk).map((place) => ({ note, place }))),
    ({ note, place }) => `${place} ${note.category} ${note.audience}`,
  );
  const found = new Map<string, Contradiction>();
  for (const group of groups.values()) {
    for (const pair of pairsOf(group.map(({ note }) => readNote(note)))) {
      const contradiction = compare(...pair);
      if (contradiction !== null) found.set(contradiction.notes.join(' '), contradiction);
    }
  }
  return [...found.values()];
}

/** Named sites, else kinds, else every site: two notes meet only where they are as near. */
function placesOf(note: Note, { sites }: Pick<Desk, 'sites'>): string[] {
  if (note.sites.length > 0)
    return note.sites.filter((site) => sites.has(site)).map((site) => `site ${site}`);
  if (note.siteKinds.length > 0) return note.siteKinds.map((kind) => `kind ${kind}`);
  return ['everyone'];
}

type ReadNote = {
  readonly note: Note;
  readonly body: ReadBody;
  readonly title: ReadonlySet<string>;
  readonly symptoms: readonly { readonly text: string; readonly words: ReadonlySet<string> }[];
};

function readNote(note: Note): ReadNote {
  const symptoms = note.symptoms.map((text) => ({ text, words: tellingWords(text) }));
  return {
    note,
    body: readBody(note),
    title: tellingWords(note.title),
    symptoms: symptoms.filter(({ words }) => words.size > 0),
  };
}

/** Only notes that share a word of a title or a symptom are compared. */
function* pairsOf(group: readonly ReadNote[]): Generator<[ReadNote, ReadNote]> {
  const byWord = new Map<string, ReadNote[]>();
  for (const one of group) {
    const words = new Set([...one.title, ...one.symptoms.flatMap((symptom) => [...symptom.words])]);
    const met = new Set([...words].flatMap((word) => byWord.get(word) ?? []));
    for (const other of met) yield [other, one];
    for (const word of words) {
      const held = byWord.get(word) ?? [];
      if (held.length < commonest) byWord.set(word, [...held, one]);
    }
  }
}

function compare(one: ReadNote, other: ReadNote): Contradiction | null {
  const [winner, loser] = laterVerified(other.note, one.note) ? [other, one] : [one, other];
  const about = inCommon(winner, loser);
  if (about === null) return null;
  const why = findDifferences(winner.body, loser.body);
  return why.length === 0 ? null : { notes: [winner.note.id, loser.note.id], about, why };
}

function laterVerified(a: Note, b: Note): boolean {
  return (a.lastVerified ?? '') > (b.lastVerified ?? '');
}

function inCommon(winner: ReadNote, loser: ReadNote): string | null {
  const sameTitle = isAlike(winner.title, loser.title, alikeFrom.title);
  const symptom = winner.symptoms.find(({ words }) =>
    loser.symptoms.some((other) => isAlike(words, other.words, alikeFrom.symptom)),
  );
  if (!sameTitle && (symptom === undefined || !isAboutOneThing(winner, loser))) return null;
  return symptom?.text ?? winner.note.title;
}

/** A symptom that two printers have is no contradiction: the titles must have something in common as well. */
function isAboutOneThing(one: ReadNote, other: ReadNote): boolean {
  return one.title.intersection(other.title).size > 0;
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>, from: number): boolean {
  const smaller = Math.min(one.size, other.size);
  return smaller > 0 && one.intersection(other).size / smaller >= from;
}
