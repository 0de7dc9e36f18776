import type { Desk } from '#bot/desk/desk.ts';
import type { Note } from '#knowledge/note.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import type { Fact } from './fact.ts';
import { monthOf, weekOf } from './local-week.ts';
import { placeOf, pseudonym, thingsOf } from './make-case-fact.ts';

/** One line of what became of notes, as far as it belongs to no case. */
export type TalkOutcome = {
  readonly seq: number;
  readonly at: Date;
  readonly noteId: string;
  readonly outcome: 'shown' | 'solved' | 'not-solved';
  readonly byUpn: string;
};

/** One call of the language model that belongs to no case. */
export type LooseCall = { readonly at: Date; readonly upn: string | null; readonly cost: number };

/** A matter that is left for so long is not gone on with: see bot/conversation/reports.ts. */
const talkPause = 2 * 3_600_000;

export type TalksRead = {
  readonly outcomes: readonly TalkOutcome[];
  readonly calls: readonly LooseCall[];
  /** Talks that began before then were counted before. */
  readonly begunAfter: Date;
  readonly desk: Desk;
  readonly noteOf: (id: string) => Pick<Note, 'category' | 'asset'> | null;
  readonly at: Date;
};

/** Talks that notes ended without a case. One that may still go on is left for later. */
export function makeTalkFacts(read: TalksRead): Fact[] {
  const byPerson = Map.groupBy(read.outcomes, ({ byUpn }) => byUpn);
  return [...byPerson.values()].flatMap((own) => splitTalks(own).flatMap((talk) => makeFact(talk, read)));
}

/** One after another: a pause ends a talk, and so does "that helped". */
function splitTalks(outcomes: readonly TalkOutcome[]): TalkOutcome[][] {
  const talks: TalkOutcome[][] = [];
  for (const outcome of outcomes.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq)) {
    const talk = talks.at(-1);
    const last = talk?.at(-1);
    const goesOn =
      last !== undefined &&
      last.outcome !== 'solved' &&
      outcome.at.getTime() - last.at.getTime() <= talkPause;
    if (talk && goesOn) talk.push(outcome);
    else talks.push([outcome]);
  }
  return talks;
}

function makeFact(talk: readonly TalkOutcome[], { calls, begunAfter, desk, noteOf, at }: TalksRead): Fact[] {
  const [first] = talk;
  const last = talk.at(-1);
  if (first === undefined || last === undefined) return [];
  const isOver = last.outcome === 'solved' || at.getTime() - last.at.getTime() > talkPause;
  if (!isOver || first.at < begunAfter) return [];
  const { timezone } = desk.settings;
  const notes = [...new Set(talk.map(({ noteId }) => noteId))];
  const note = noteOf(last.noteId);
  const cost = calls.filter(
    ({ upn, at: when }) =>
      upn === first.byUpn && when >= new Date(first.at.getTime() - 600_000) && when <= last.at,
  );
  return [
    {
      id: `talk-${first.seq}`,
      matter: 'talk',
      number: null,
      version: 1,
      at: first.at,
      week: weekOf(first.at, timezone),
      month: monthOf(first.at, timezone),
      ...placeOf(siteOf(last, desk), desk),
      category: note?.category ?? 'other',
      priority: null,
      type: null,
      load: null,
      contractorId: null,
      person: pseudonym(first.byUpn),
      worker: null,
      things: thingsOf(note?.asset ?? null, notes),
      outcome: last.outcome === 'solved' ? 'confirmed' : last.outcome === 'shown' ? 'silent' : 'left',
      endedAt: last.at,
      cameBack: false,
      hadNote: true,
      notes,
      notesSolved: talk.filter(({ outcome }) => outcome === 'solved').length,
      notesFailed: talk.filter(({ outcome }) => outcome === 'not-solved').length,
      asked: null,
      elapsed: {},
      promisesKept: 0,
      promisesLate: 0,
      reassigned: 0,
      bounces: [],
      contractor: null,
      visited: false,
      couldBeRemote: null,
      modelCost: cost.length === 0 ? null : cost.reduce((sum, call) => sum + call.cost, 0),
    },
  ];
}

/** The note's own site; of a note for all sites, where the person belongs. */
function siteOf({ noteId, byUpn }: TalkOutcome, desk: Desk): string | null {
  const folder = folderOf(noteId);
  return desk.sites.has(folder) ? folder : (desk.people.get(byUpn)?.homeSiteIds[0] ?? null);
}
