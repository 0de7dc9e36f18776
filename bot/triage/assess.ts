import type { Category } from '#bot/desk/category.ts';
import type { Priority } from '#bot/desk/priority.ts';
import { prioritise } from '#bot/desk/priority.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';
import { decide } from './decide.ts';
import type { LoadedDesk } from './desk-source.ts';
import { type CategoryScores, chooseCategory, scoreWords } from './find-category.ts';
import { type Clarity, findClarity } from './find-clarity.ts';
import { type Cues, findCues } from './find-cues.ts';
import { findFitting } from './find-fitting.ts';
import { type Danger, findDanger } from './find-hazard.ts';
import { findIntent } from './find-intent.ts';
import { findNotIt, type NotItFinding } from './find-not-it.ts';
import { findWeight } from './find-priority.ts';
import { findSecurityIncident, searchHints } from './find-security.ts';
import { findSite } from './find-site.ts';
import { type Heard, hear } from './hear.ts';
import { malfunctionWords } from './lexicon/filler-words.ts';
import { namePlace } from './name-place.ts';
import type { Responsible } from './responsible.ts';
import { wordsOf } from './text/fold.ts';
import { matches } from './text/patterns.ts';
import type { TriagePorts } from './triage.ts';
import type { SiteFinding, TicketType, Triage, TriageRequest } from './triage-result.ts';

export type Assessment = Omit<Triage, 'masked' | 'language' | 'replyLanguage' | 'more'>;

type Task = {
  readonly request: TriageRequest;
  /** This matter's words. */
  readonly text: string;
  /** The whole message, which may name the site for every matter in it. */
  readonly whole: string;
  /** ISO 639-1 of the whole message; null when there is nothing to judge by. */
  readonly language: string | null;
  readonly loaded: LoadedDesk;
  readonly openCases: ReadonlyMap<string, number>;
  readonly ports: TriagePorts;
};

/** One matter, from its words to the decision. */
export function assess(task: Task): Assessment {
  const heard = hear(task.text, isForeign(task.language));
  const site = siteOf(task);
  const places = site.id === null ? site.candidates : [site.id];
  const [view = viewFrom(task, heard, null), ...others] = places.map((id) => viewFrom(task, heard, id));
  const siteMatters = site.id === null && differs(task, view, others);
  const intent = findIntent(heard);
  const verdict = decide({
    intent,
    cues: view.cues,
    danger: view.danger,
    weight: view.priority,
    type: view.type,
    notIt: view.notIt.notIt || view.category.id === 'not-it',
    onlyInjected: heard.injected && wordsOf(heard.matter).length === 0,
    securityIncident: view.securityIncident,
    fitting: view.fitting,
    clarity: view.clarity,
    site,
    siteMatters,
    questionsAsked: task.request.known?.questionsAsked ?? 0,
    outage: view.outage,
  });
  const settled = verdict.decision === 'answer' || verdict.decision === 'hand-off';
  const notIt = verdict.decision === 'not-it';
  return {
    text: task.text,
    intent,
    type: view.type,
    site,
    category: notIt ? { id: 'not-it', confidence: 0.9 } : view.category,
    priority: view.priority,
    decision: verdict.decision,
    question: verdict.question,
    wantsPerson: view.cues.wantsPerson,
    alreadyTried: view.cues.alreadyTried,
    notes: intent === 'report' ? bestFirst(view).slice(0, 3) : [],
    responsible: settled && intent !== 'thanks' ? responsibleFor(task, view, intent) : null,
    referral: notIt ? view.notIt.referral : null,
    reasons: [...verdict.reasons],
  };
}

/** Neither of the languages that the rules' words are written in. */
function isForeign(language: string | null): boolean {
  return language !== null && language !== 'sv' && language !== 'en';
}

/** This matter's own words name its site, else the whole message does. */
function siteOf({ request, text, whole, loaded }: Task): SiteFinding {
  const question = {
    from: request.from,
    chosenId: request.known?.siteId ?? null,
    givenId: request.siteId,
  };
  const own = findSite({ ...question, text }, loaded.desk);
  return own.source === 'mention' ? own : findSite({ ...question, text: whole }, loaded.desk);
}

/** How the matter looks if it is at that site. */
type View = {
  readonly clarity: Clarity;
  readonly siteId: string | null;
  readonly notes: readonly FoundNote[];
  readonly words: CategoryScores;
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

function viewFrom(task: Task, heard: Heard, siteId: string | null): View {
  const { request, loaded } = task;
  const site = siteId === null ? null : (loaded.desk.sites.get(siteId) ?? null);
  const words = scoreWords(heard.matter);
  const clarity = findClarity(heard.matter, words);
  const found = loaded.notes.search({
    text: [heard.text, heard.gloss, searchHints(heard.line)].join(' ').trim(),
    site,
    audience: audienceOf(request),
    at: request.at,
    limit: 6,
  });
  const notes = found.filter(({ note }) => !request.shownNoteIds.includes(note.id));
  const notIt = findNotIt(heard.matter, words, notes, loaded.desk.settings.referrals);
  const known = request.known?.category;
  const category =
    known === undefined
      ? chooseCategory(heard.line, words, clarity === 'nothing' ? [] : found)
      : { id: known, confidence: 1 };
  const cues = findCues(heard);
  const danger = findDanger(heard.line, (words.size ?? 0) > 0);
  const type = typeOf(heard, cues);
  const securityIncident = findSecurityIncident(heard.line, category.id);
  const fitting = findFitting(notes, category.id, {
    text: heard.text,
    clarity,
    foreign: task.language !== 'sv',
  });
  const weight = findWeight({
    line: namePlace(heard.line, site),
    category: category.id,
    cues,
    danger,
    request: type === 'service-request',
    securityIncident,
    closeNote: fitting !== null && !fitting.currentOutage && fitting.score >= 0.6,
  });
  const priority = prioritise({ ...weight, hazard: danger.hazard, criticalSite: site?.critical ?? false });
  const outage = weight.impact === 'high';
  return {
    clarity,
    siteId,
    notes,
    words,
    category,
    cues,
    danger,
    notIt,
    type,
    priority,
    fitting,
    securityIncident,
    outage,
  };
}

/** Technicians read the technicians' notes too. */
function audienceOf({ from }: TriageRequest): 'staff' | 'technician' {
  return from.roles.includes('technician') ? 'technician' : 'staff';
}

/** Orders, moves, permissions and questions how are requests; that something is wrong is an incident. */
function typeOf(heard: Heard, cues: Cues): TicketType {
  const wrong = matches(heard.line, malfunctionWords) || cues.damage || cues.dead;
  if (cues.order && !cues.dead && !cues.damage) return 'service-request';
  return cues.howTo && !wrong ? 'service-request' : 'incident';
}

function responsibleFor(task: Task, view: View, intent: Assessment['intent']): Responsible | null {
  const who = intent === 'who-is-technician';
  return task.ports.chooseResponsible(task.loaded.desk, {
    category: who ? null : view.category.id,
    siteId: view.siteId,
    level: view.priority.level,
    at: task.request.at,
    noteHandledBy: who ? 'local' : handledByNote(view),
    openCases: task.openCases,
  });
}

/** Whether note or party would be another at another of the person's sites, or a technician would not know where to go. */
function differs(task: Task, view: View, others: readonly View[]): boolean {
  const responsible = responsibleFor(task, view, 'report');
  if (others.length === 0 || responsible?.kind === 'technician') return responsible?.kind !== 'contractor';
  return others.some(
    (other) =>
      other.fitting?.note.id !== view.fitting?.note.id ||
      responsibleFor(task, other, 'report')?.id !== responsible?.id,
  );
}

/** A note names who handles its matter when it is the best hit; an outage is not what a note on one's own trouble is about. */
function handledByNote({ notes, fitting, outage }: View): string | null {
  if (fitting === null || (outage && !fitting.currentOutage)) return null;
  return notes[0]?.note.id === fitting.note.id ? fitting.note.handledBy : null;
}

/** The note that would be shown comes first. */
function bestFirst({ notes, fitting }: View): readonly FoundNote[] {
  return fitting === null ? notes : [fitting, ...notes.filter(({ note }) => note.id !== fitting.note.id)];
}
