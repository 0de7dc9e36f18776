import type { FoundNote } from '#knowledge/search/note-search.ts';
import { decide, type Findings, settledReasons, type Verdict } from './decide.ts';
import type { LoadedDesk } from './desk-source.ts';
import { findIntent } from './find-intent.ts';
import { findSite } from './find-site.ts';
import { type Heard, hear } from './hear.ts';
import { judgeNotes } from './judge-notes.ts';
import { lookFrom, type View } from './look-from.ts';
import type { ChooseResponsible, Responsible } from './responsible.ts';
import { wordsOf } from './text/fold.ts';
import type { Intent, SiteFinding, Triage, TriageRequest } from './triage-result.ts';

export type Assessment = Omit<Triage, 'masked' | 'language' | 'replyLanguage' | 'more'>;

export type Task = {
  readonly request: TriageRequest;
  /** This matter's words. */
  readonly text: string;
  /** The whole message, which may name the site for every matter in it. */
  readonly whole: string;
  /** ISO 639-1 of the whole message; null when there is nothing to judge by. */
  readonly language: string | null;
  readonly loaded: LoadedDesk;
  readonly openCases: ReadonlyMap<string, number>;
  readonly chooseResponsible: ChooseResponsible;
};

/** One matter, from its words to the decision. */
export function assess(task: Task): Assessment {
  const heard = hear(task.text, isForeign(task.language));
  const intent = findIntent(heard);
  const site = siteOf(task);
  const places = site.id === null ? site.candidates : [site.id];
  const matter = { request: task.request, heard, language: task.language, loaded: task.loaded };
  const [view = lookFrom(matter, null), ...others] = places.map((id) => lookFrom(matter, id));
  const siteMatters = site.id === null && dependsOnSite(task, intent, view, others);
  const verdict = decide(findingsOf(task, { heard, intent, site, siteMatters, view }));
  const settled = verdict.decision === 'answer' || verdict.decision === 'hand-off';
  const told = asTheNoteHasIt(task, view);
  return {
    text: task.text,
    intent,
    type: view.type,
    site,
    category: categoryOf(verdict, told),
    priority: view.priority,
    decision: verdict.decision,
    question: verdict.question,
    wantsPerson: view.cues.wantsPerson,
    alreadyTried: view.cues.alreadyTried,
    notes: intent === 'report' ? bestFirst(view, verdict).slice(0, 3) : [],
    responsible: settled && intent !== 'thanks' ? responsibleFor(task, intent, told) : null,
    referral: verdict.decision === 'not-it' ? view.notIt.referral : null,
    reasons: verdict.reasons,
  };
}

/** Neither of the languages that the rules' words are written in. */
function isForeign(language: string | null): boolean {
  return language !== null && language !== 'sv' && language !== 'en';
}

/** This matter's own words name its site, else the whole message does. */
function siteOf({ request, text, whole, loaded }: Task): SiteFinding {
  const { from, siteId: givenId } = request;
  const question = { from, givenId, chosenId: request.known?.siteId ?? null };
  const own = findSite({ ...question, text }, loaded.desk);
  return own.source === 'mention' ? own : findSite({ ...question, text: whole }, loaded.desk);
}

type Seen = Pick<Findings, 'intent' | 'site' | 'siteMatters'> & {
  readonly heard: Heard;
  readonly view: View;
};

function findingsOf({ request }: Task, { heard, intent, site, siteMatters, view }: Seen): Findings {
  const { cues, danger, fitting, clarity, securityIncident, outage } = view;
  return {
    intent,
    site,
    siteMatters,
    cues,
    danger,
    fitting,
    clarity,
    securityIncident,
    outage,
    // What kind it is may have been settled in the talk: then no word makes it the landlord's.
    notIt: (request.known?.category === undefined && view.notIt.notIt) || view.category.id === 'not-it',
    onlyInjected: heard.injected && wordsOf(heard.matter).length === 0,
    questionsAsked: request.known?.questionsAsked ?? 0,
  };
}

/** From here on a note says better than the words what kind of matter it is. */
const tellsKind = 0.6;

/** Somebody speaks of a password and means the gaming computers: the likely note knows whose matter that is. An outage is the network's own. */
function asTheNoteHasIt({ request }: Task, view: View): View {
  const { fitting, outage } = view;
  if (fitting === null || outage || fitting.currentOutage || request.known?.category !== undefined)
    return view;
  const confidence = fitting.probability ?? 0;
  if (fitting.note.category === view.category.id || confidence < tellsKind) return view;
  return { ...view, category: { id: fitting.note.category, confidence } };
}

/** A case has a category: what nobody can tell is `other`. */
function categoryOf({ decision }: Verdict, { category }: View): Triage['category'] {
  if (decision === 'not-it') return { id: 'not-it', confidence: Math.max(category.confidence, 0.5) };
  return decision === 'hand-off' && category.id === null ? { id: 'other', confidence: 0 } : category;
}

function responsibleFor(task: Task, intent: Intent, view: View): Responsible | null {
  const who = intent === 'who-is-technician';
  return task.chooseResponsible(task.loaded.desk, {
    category: who ? null : (view.category.id ?? 'other'),
    siteId: view.siteId,
    level: view.priority.level,
    at: task.request.at,
    noteHandledBy: who ? 'local' : handledByNote(view),
    openCases: task.openCases,
  });
}

/**
 * Whether it must be known which site it is: note or party would be another at another of the person's sites, or
 * a technician would not know where to go.
 */
function dependsOnSite(task: Task, intent: Intent, view: View, others: readonly View[]): boolean {
  const responsible = responsibleFor(task, intent, view);
  const same = others.every(
    (other) =>
      other.fitting?.note.id === view.fitting?.note.id &&
      responsibleFor(task, intent, other)?.id === responsible?.id,
  );
  if (!same) return true;
  if (intent === 'who-is-technician') return others.length === 0;
  // What every site is told alike answers a question how, wherever it is asked.
  if (view.cues.asksHow && view.fitting?.note.id.startsWith('_shared/') === true) return false;
  const goesThere = responsible?.kind !== 'contractor';
  return goesThere && (others.length === 0 || view.fitting === null);
}

/**
 * A note names who handles its matter when it is the best hit; an outage is not what a note on one's own trouble
 * is about.
 */
function handledByNote({ notes, fitting, outage }: View): string | null {
  if (fitting === null || (outage && !fitting.currentOutage)) return null;
  return notes[0]?.note.id === fitting.note.id ? fitting.note.handledBy : null;
}

/** The note that would be shown comes first; each with how probably it is right. */
function bestFirst(
  { notes, fitting, category, words, wording }: View,
  { decision, reasons }: Verdict,
): readonly FoundNote[] {
  const settled = reasons.some(({ key }) => settledReasons.has(key));
  const judged = judgeNotes(
    notes,
    { category: category.id, words, wording },
    { settled, notIt: decision === 'not-it' },
  );
  const isShown = ({ note }: FoundNote) => note.id === fitting?.note.id;
  return [...judged.filter(isShown), ...judged.filter((found) => !isShown(found))];
}
