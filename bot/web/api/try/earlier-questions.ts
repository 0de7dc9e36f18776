import { cleanWording } from '#bot/answers/clean-wording.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Note } from '#knowledge/note.ts';
import { appliesTo } from '#knowledge/note-life.ts';
import type { EarlierQuestion } from '#knowledge/review/work-store.ts';
import { wouldHaveAnswered } from '#knowledge/review/would-have-answered.ts';
import type { EarlierQuestions } from '../contract/try-contract.ts';

/** The search is read in anew with so many notes at most: fractions of a second. */
const mostNotes = 3_000;
const mostShown = 100;

/**
 * Which earlier questions this note would have answered, had it been published. Only those from where it applies are
 * asked; of a note for every site on a large desk, those from the sites that asked last.
 */
export function earlierQuestions(
  draft: Note,
  earlier: readonly EarlierQuestion[],
  { desk, notes }: LoadedDesk,
  at: Date,
): EarlierQuestions {
  const siteOf = (question: EarlierQuestion) =>
    question.siteId === null ? null : (desk.sites.get(question.siteId) ?? null);
  const fitting = earlier.filter((question) => appliesTo(draft, siteOf(question)));
  const near = notesNear(
    fitting.map(({ siteId }) => siteId),
    notes.all(),
    desk.sites,
  );
  const asked = fitting.filter(({ siteId }) => near.sites.has(siteId));
  const found = wouldHaveAnswered(draft, asked, {
    notes: near.notes,
    sites: desk.sites,
    timezone: desk.settings.timezone,
    at,
  });
  const answered = found.flatMap(({ index }) => {
    const question = asked[index];
    const wording = question && cleanWording(question.text, draft, desk);
    if (!question || !wording) return [];
    const siteName = siteOf(question)?.name ?? null;
    return [{ wording, siteName, hadNote: question.hadNote }];
  });
  return { asked: asked.length, answered: answered.slice(0, mostShown) };
}

/** The notes that a question from one of those sites can find, sites in turn until there are too many. */
function notesNear(
  siteIds: readonly (string | null)[],
  all: readonly Note[],
  sites: LoadedDesk['desk']['sites'],
): { readonly notes: readonly Note[]; readonly sites: ReadonlySet<string | null> } {
  const published = all.filter(({ status }) => status === 'published');
  const shared = published.filter((note) => note.sites.length === 0);
  const bySite = new Map<string, Note[]>();
  for (const note of published) {
    for (const site of note.sites) bySite.set(site, [...(bySite.get(site) ?? []), note]);
  }
  const notes = new Set(shared);
  const taken = new Set<string | null>();
  for (const id of new Set(siteIds)) {
    if (taken.size > 0 && notes.size > mostNotes) break;
    for (const note of id !== null && sites.has(id) ? (bySite.get(id) ?? []) : []) notes.add(note);
    taken.add(id);
  }
  return { notes: [...notes], sites: taken };
}
