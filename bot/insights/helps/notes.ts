import { cleanWording } from '#bot/answers/clean-wording.ts';
import { Category } from '#bot/desk/category.ts';
import { unlistedPerson } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { type Note, sharedFolder } from '#knowledge/note.ts';
import { blankNote } from '#knowledge/note-blank.ts';
import { appliesTo } from '#knowledge/note-life.ts';
import { clusterQuestions } from '#knowledge/review/cluster-questions.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { wordingKey } from '#knowledge/search/learn/telling-words.ts';
import type { HelpPorts } from './find-help.ts';
import type { Help } from './help.ts';

const mostQuestions = 1_000;
const mostNotes = 10;
const fewestAsked = 4;
/** Asked at so many sites it is everybody's. */
const everywhereFrom = 3;
const fewestFailures = 5;
const mostMended = 3;
/** The search is read in anew with so many notes at most. */
const mostSearched = 2_000;

type Asked = {
  readonly seq: number;
  readonly text: string;
  readonly siteId: string | null;
  readonly category: string | null;
};

/** Notes that would have answered the most of what had none. */
export async function findNotesToWrite(
  { work, loaded, at, understanding }: HelpPorts,
  since: Date,
): Promise<Help['notesToWrite']> {
  const questions = (await work.unanswered(at, mostQuestions)).filter((question) => question.at >= since);
  const asked = questions.flatMap((question): Asked[] => {
    const text = cleanWording(question.text, null, loaded.desk) ?? '';
    return wordingKey(text) === '' ? [] : [{ ...question, text }];
  });
  const clusters = clusterQuestions(asked.map(({ text }) => text))
    .map(({ wording, indexes }) => ({ wording, own: indexes.flatMap((index) => asked[index] ?? []) }))
    .filter(({ own }) => own.length >= fewestAsked)
    .slice(0, 2 * mostNotes);
  return clusters
    .map(({ wording, own }) => toWrite(wording, own, { loaded, at, understanding }))
    .filter(({ changed }) => changed > 0)
    .sort((a, b) => b.changed - a.changed || b.asked - a.asked)
    .slice(0, mostNotes);
}

type Replayed = Pick<HelpPorts, 'loaded' | 'at' | 'understanding'>;

function toWrite(wording: string, own: readonly Asked[], ports: Replayed): Help['notesToWrite'][number] {
  const sites = new Set(own.map(({ siteId }) => siteId));
  const siteId = sites.size < everywhereFrom ? (own[0]?.siteId ?? null) : null;
  const category = mostOften(own);
  const draft = draftOf(wording, { siteId, category });
  // Each half is asked of a note that knows the other half alone: a note always finds the words it was made of.
  const halves = [0, 1].map((half) => own.filter((_question, place) => place % 2 === half));
  const changed = halves.reduce((sum, half, place) => {
    const symptoms = (halves[1 - place] ?? []).map(({ text }) => text).slice(0, 8);
    return sum + answered({ ...draft, symptoms }, half, ports);
  }, 0);
  return {
    id: String(Math.min(...own.map(({ seq }) => seq))),
    title: titleOf(wording),
    siteId,
    category,
    asked: own.length,
    wordings: [...new Set(own.map(({ text }) => text))].slice(0, 8),
    replayed: own.length,
    changed,
  };
}

/** How many triage would have answered with the draft, of those that it does not answer as notes are now. */
function answered(draft: Note, asked: readonly Asked[], ports: Replayed): number {
  const { loaded } = ports;
  const site = draft.sites[0] === undefined ? null : (loaded.desk.sites.get(draft.sites[0]) ?? null);
  const near = notesNear(loaded, site);
  const withDraft = { ...loaded, notes: searchIn([...near, draft], loaded) };
  return asked.filter(
    (question) =>
      noteFor(question, loaded, ports) === null && noteFor(question, withDraft, ports) === draft.id,
  ).length;
}

/** The note that triage answers with; null: it asks, or hands over. */
function noteFor(
  { text, siteId }: Pick<Asked, 'text' | 'siteId'>,
  loaded: LoadedDesk,
  { understanding, at }: Replayed,
): string | null {
  const from = unlistedPerson({ upn: 'somebody', aadObjectId: null, name: '' });
  const { decision, notes } = understanding.triage(
    { text, from, at, siteId, shownNoteIds: [] },
    loaded,
    new Map(),
  );
  return decision === 'answer' ? (notes[0]?.note.id ?? null) : null;
}

function notesNear({ notes }: LoadedDesk, site: Site | null): Note[] {
  return notes
    .all()
    .filter(({ status }) => status === 'published')
    .filter((note) => (site === null ? note.sites.length === 0 : appliesTo(note, site)))
    .slice(0, mostSearched);
}

function searchIn(notes: readonly Note[], { desk }: LoadedDesk) {
  return createNoteSearch(notes, { timezone: desk.settings.timezone });
}

function draftOf(
  wording: string,
  { siteId, category }: { siteId: string | null; category: Category | null },
): Note {
  return blankNote({
    id: `${siteId ?? sharedFolder}/not-written-yet`,
    title: titleOf(wording),
    category: category ?? 'other',
    sites: siteId === null ? [] : [siteId],
    status: 'published',
    confidence: 'not-validated',
  });
}

function mostOften(own: readonly Asked[]): Category | null {
  const [most] = [...Map.groupBy(own, ({ category }) => category)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const known = Category.safeParse(most?.[0]);
  return known.success ? known.data : null;
}

function titleOf(wording: string): string {
  const sentence = (wording.split(/(?<=[.!?])\s/u)[0] ?? wording)
    .slice(0, 80)
    .replace(/[.!,]+$/u, '')
    .trim();
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Notes that fail more often than they help; replayed: would triage have given another? */
export async function findNotesToMend(ports: HelpPorts, since: Date): Promise<Help['notesToMend']> {
  const { insights, work, loaded } = ports;
  const failing = (await insights.noteCounts(since))
    .filter(({ notSolved, solved }) => notSolved >= fewestFailures && notSolved > solved)
    .sort((a, b) => b.notSolved - b.solved - (a.notSolved - a.solved))
    .flatMap((counts) => {
      const note = loaded.notes.get(counts.noteId);
      return note?.status === 'published' ? [{ counts, note }] : [];
    })
    .slice(0, mostMended);
  const wordings = await work.failedWordings(
    failing.map(({ note }) => note.id),
    50,
  );
  return failing.map(({ counts, note }) => {
    const failed = wordings.get(note.id) ?? [];
    const { noteId, shown, solved, notSolved } = counts;
    const changed = foundWithout(note, failed, ports);
    return { noteId, title: note.title, shown, solved, notSolved, replayed: failed.length, changed };
  });
}

function foundWithout(note: Note, failed: readonly string[], ports: Replayed): number {
  const { loaded } = ports;
  const site = loaded.desk.sites.get(folderOf(note.id)) ?? null;
  const others = notesNear(loaded, site).filter(({ id }) => id !== note.id);
  const without = { ...loaded, notes: searchIn(others, loaded) };
  return failed.filter((text) => noteFor({ text, siteId: site?.id ?? null }, without, ports) !== null).length;
}
