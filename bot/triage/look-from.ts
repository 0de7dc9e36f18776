import { reachOf } from '#bot/desk/access.ts';
import type { Category } from '#bot/desk/category.ts';
import { type Priority, prioritise } from '#bot/desk/priority.ts';
import type { Site } from '#bot/desk/site.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { asksWhether } from './asks-whether.ts';
import type { LoadedDesk } from './desk-source.ts';
import { type CategoryScores, chooseCategory, namesOutright, scoreWords } from './find-category.ts';
import { type Clarity, findClarity } from './find-clarity.ts';
import { type Cues, findCues } from './find-cues.ts';
import { findFitting } from './find-fitting.ts';
import { type Danger, findDanger } from './find-hazard.ts';
import { findNotIt, type NotItFinding } from './find-not-it.ts';
import { findWeight } from './find-priority.ts';
import { findSecurityIncident } from './find-security.ts';
import { namesSystem } from './find-system-name.ts';
import type { Heard } from './hear.ts';
import { judgeFurther } from './judge-notes.ts';
import { malfunctionWords } from './lexicon/filler-words.ts';
import { namePlace } from './name-place.ts';
import { searchHints } from './search-hints.ts';
import { markSilent } from './tells-of-matter.ts';
import { matches } from './text/patterns.ts';
import type { TicketType, TriageRequest } from './triage-result.ts';
import { judgeWording, type Wording } from './wording/judge-wording.ts';

/** One matter to look at. */
export type Matter = {
  readonly request: TriageRequest;
  readonly heard: Heard;
  /** ISO 639-1 of the whole message; null when there is nothing to judge by. */
  readonly language: string | null;
  readonly loaded: LoadedDesk;
};

/** How the matter looks if it is at that site. */
export type View = {
  readonly siteId: string | null;
  readonly clarity: Clarity;
  /** Best first, without those that were shown before. */
  readonly notes: readonly FoundNote[];
  readonly words: CategoryScores;
  readonly wording: Wording;
  readonly category: { readonly id: Category | null; readonly confidence: number };
  readonly cues: Cues;
  readonly danger: Danger;
  readonly notIt: NotItFinding;
  readonly type: TicketType;
  readonly priority: Priority;
  readonly fitting: FoundNote | null;
  readonly securityIncident: boolean;
  readonly outage: boolean;
};

/** A note that scores so high describes just this. */
const close = 0.6;

/** All that can be found about a matter, seen from one site (null: not known which). */
export function lookFrom(matter: Matter, siteId: string | null): View {
  const { request, heard, loaded } = matter;
  const site = siteId === null ? null : (loaded.desk.sites.get(siteId) ?? null);
  const words = scoreWords(heard.matter);
  const wording = judgeWording(heard.line);
  const clarity = findClarity(heard.matter, words);
  const found = searchNotes(matter, site);
  const notes = found.filter(({ note }) => !request.shownNoteIds.includes(note.id));
  // What was shown before still tells what the matter is about.
  const heardNotes = tellsMatter(clarity, found) ? heardOf(found, words) : [];
  const category = categoryOf(matter, words, heardNotes, clarity === 'clear' ? wording : null);
  const foreign = matter.language !== 'sv';
  const fitting = findFitting(
    judgeFurther(found, notes, { category: category.id, words, wording }),
    category.id,
    {
      text: heard.text,
      clarity,
      foreign,
      asksHow: findCues(heard).asksHow,
      further: notes.length < found.length,
      named: category.id !== null && words.has(category.id),
      outright: category.id !== null && (words.get(category.id) ?? 0) >= 3,
    },
  );
  const notIt = findNotIt(heard.matter, words, notes, loaded.desk.settings.referrals);
  return {
    siteId,
    clarity,
    notes,
    words,
    wording,
    category,
    fitting,
    notIt,
    ...weigh(matter, { site, category, words, fitting }),
  };
}

/** Where the words name a thing, a note that holds none of them speaks for no other kind of thing. */
function heardOf(found: readonly FoundNote[], words: CategoryScores): readonly FoundNote[] {
  if (!namesOutright(words)) return found;
  // It keeps its place among them: those below it are no surer for it.
  return found.map((one) =>
    one.evidence?.silent && !words.has(one.note.category) ? { ...one, score: 0 } : one,
  );
}

/** A hit on a symptom alone must be good before it says what the matter is about. */
const tellsByItself = 0.5;

function tellsMatter(clarity: Clarity, [best]: readonly FoundNote[]): boolean {
  if (clarity === 'nothing') return false;
  return clarity !== 'symptom-only' || (best?.score ?? 0) >= tellsByItself;
}

function searchNotes({ request, heard, language, loaded }: Matter, site: Site | null): FoundNote[] {
  const hints = searchHints(heard.line);
  const found = loaded.notes.search({
    text: [heard.text, heard.gloss, hints].join(' ').trim(),
    site,
    audience: audienceOf(request),
    at: request.at,
    limit: 6,
  });
  // Of other languages the words are not known.
  const isKnown = language === null || language === 'sv' || language === 'en';
  return isKnown ? markSilent(found, { text: heard.text, hints }, site) : found;
}

/** Technicians read the technicians' notes too. */
function audienceOf({ from }: TriageRequest): 'staff' | 'technician' {
  return reachOf(from.roles, 'technician-notes ask') === 'yes' ? 'technician' : 'staff';
}

function categoryOf(
  { request, heard, loaded }: Matter,
  words: CategoryScores,
  notes: readonly FoundNote[],
  wording: Wording | null,
): View['category'] {
  const known = request.known?.category;
  if (known !== undefined) return { id: known, confidence: 1 };
  const named = namesSystem(heard.text, loaded.desk, notes);
  return chooseCategory(heard.line, named ? withSystem(words) : words, notes, wording);
}

/** As much as one of a system's usual words. */
const systemName = 2.5;

function withSystem(words: CategoryScores): CategoryScores {
  return new Map(words).set('application', (words.get('application') ?? 0) + systemName);
}

type Located = Pick<View, 'category' | 'words' | 'fitting'> & { readonly site: Site | null };

/** How bad it is, and for whom. */
function weigh({ heard }: Matter, { site, category, words, fitting }: Located) {
  const cues = findCues(heard);
  const danger = findDanger(heard.line, words.size > 0);
  const type = typeOf(heard, cues);
  const securityIncident = findSecurityIncident(heard.line, category.id);
  const weight = findWeight({
    line: namePlace(heard.trouble, site),
    category: category.id,
    cues,
    danger,
    request: type === 'service-request',
    securityIncident,
    closeNote: fitting !== null && !fitting.currentOutage && fitting.score >= close,
  });
  const criticalSite = site?.critical ?? false;
  const priority = prioritise({ ...weight, hazard: danger.hazard, criticalSite });
  return { cues, danger, type, securityIncident, priority, outage: weight.impact === 'high' };
}

/** Orders, moves, permissions and questions how are requests; that something is wrong is an incident. */
function typeOf(heard: Heard, cues: Cues): TicketType {
  if (cues.order && !cues.dead && !cues.damage) return 'service-request';
  const wrong = matches(heard.line, malfunctionWords) || cues.damage || cues.dead;
  return (cues.howTo || asksWhether(heard)) && !wrong ? 'service-request' : 'incident';
}
