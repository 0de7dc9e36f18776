import { type Case, isOpen } from '#bot/handoff/case.ts';
import { saysOnlyHaste } from '#bot/triage/find-haste.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { advanceReport, adviceDidNotHelp, reportSolved } from './advance-report.ts';
import { answerOfferOfPerson } from './answer-offer-of-person.ts';
import { askDuty } from './ask-duty.ts';
import { askOfNote, nobodyIsOnIt } from './ask-of-note.ts';
import { caseTalkedAbout, isRecentlyEnded } from './case-talk.ts';
import type { ConversationState, Report } from './conversation-state.ts';
import { talkOfDispatcher } from './dispatch-talk.ts';
import { handOffReport } from './hand-off-report.ts';
import { correctsSite, moveCase } from './move-case.ts';
import { openReply } from './open-reply.ts';
import { addWords, currentReport, dropReport, replaceReport, startReport } from './reports.ts';
import { saysOnlyDetail } from './says-only-detail.ts';
import { showSteps } from './show-steps.ts';
import { believeSiteToday, saysOnlyWhere } from './site-today.ts';
import type { Stores } from './stores.ts';
import { switchLanguage } from './switch-language.ts';
import { addToCase, callOff, itWorks, listAssigned, takeUpAgain, tellStatus } from './talk-about-case.ts';
import { talkOfNotes } from './talk-of-notes.ts';
import { talkOfTechnician } from './talk-of-technician.ts';
import { tellAbsence } from './tell-absence.ts';
import {
  isAnotherMatter,
  matterOfTriage,
  type Outcome,
  outcomeOf,
  pointsBack,
  saidNow,
  type Turn,
  tellsFault,
  triageReport,
} from './turn.ts';

/**
 * One written message. What it means for the talk comes first (status, cancel, solved, another language), then
 * the matter that is under way, then the case that is open, and last a new matter.
 */
export async function onText(turn: Turn, stores: Stores): Promise<Outcome> {
  const own = turn.triage({ text: turn.text });
  const goesOn = turn.intents.has('again') || turn.intents.has('not-solved') || turn.intents.has('status');
  const report = currentReport(turn.state, turn.at, goesOn);
  const state = believeSiteToday(turn, own);
  return (
    (await aboutTheTalk(turn, stores, own, report)) ??
    (report === null ? null : await aboutTheReport(turn, stores, state, own, report)) ??
    (await aboutTheCase(turn, stores, own)) ??
    (await newMatter(turn, stores, state, own))
  );
}

/** Messages about the talk itself, whatever it is about. Null: it is something else. */
async function aboutTheTalk(
  turn: Turn,
  stores: Stores,
  own: Triage,
  report: Report | null,
): Promise<Outcome | null> {
  const { intents } = turn;
  const wantsLanguage = intents.has('ask-english') || intents.has('ask-swedish');
  if (wantsLanguage && turn.text.length < 160) return switchLanguage(turn, stores, report);
  if (intents.has('my-cases')) return listAssigned(turn, stores);
  const ofRota =
    (await talkOfDispatcher(turn, stores, own)) ??
    (await talkOfTechnician(turn, stores, own)) ??
    askDuty(turn, own) ??
    (await talkOfNotes(turn, stores, own)) ??
    (await tellAbsence(turn, stores));
  if (ofRota !== null) return ofRota;
  const asksWho = own.intent === 'who-is-technician' && own.decision !== 'ask' && !own.priority.hazard;
  if (own.intent === 'help' || asksWho) return sayOnly(turn, own);
  if (own.intent === 'greeting' && report?.awaiting == null) return sayOnly(turn, own);
  return null;
}

async function aboutTheReport(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  own: Triage,
  report: Report,
): Promise<Outcome | null> {
  const { intents } = turn;
  if (intents.has('cancel')) {
    return outcomeOf(turn, {
      state: dropReport(state, report.id),
      replies: [{ kind: 'cancelled', case: null }],
      caseEffect: 'cancelled',
    });
  }
  const offered = await answerOfferOfPerson(turn, stores, state, report);
  if (offered !== null) return offered;
  if (report.awaiting === null && isSolved(turn) && report.attempts.length > 0)
    return reportSolved(turn, stores, report);
  if (own.intent === 'thanks') return sayOnly(turn, own);
  if (report.awaiting === null && report.attempts.length > 0 && intents.has('will-try') && !tellsFault(turn))
    return outcomeOf(turn, { replies: [{ kind: 'trying' }] });
  if (intents.has('next-step')) return nextStep(turn, report);
  if (report.awaiting === null && saysOnlyHaste(turn.text)) return inHaste(turn, stores, state, report);
  const ofNote = await askOfNote(turn, stores, own, report);
  if (ofNote !== null) return ofNote;
  if (report.awaiting === null && report.attempts.length > 0 && saysOnlyDetail(turn, own))
    return noteDetail(turn, state, report);
  if (report.awaiting === null && corrects(turn, own, report))
    return startAgain(turn, stores, state, own, report);
  if (report.awaiting === null && !own.wantsPerson && isAnotherMatter(turn, own, settledOf(turn, report)))
    return null;
  const longer = addWords(report, {
    words: turn.text,
    line: saidNow(turn),
    masked: turn.masked,
    attachments: turn.message.attachments,
  });
  if (own.wantsPerson) return handOffReport(turn, stores, state, longer, triageReport(turn, longer));
  if (intents.has('status') && report.attempts.length > 0) {
    return (await nobodyIsOnIt(turn, stores, report)) ?? repeatAdvice(turn, stores, state, report);
  }
  if (report.awaiting === null && (intents.has('not-solved') || own.alreadyTried)) {
    return adviceDidNotHelp(turn, stores, state, inItsKind(turn, report, longer));
  }
  return advanceReport(turn, stores, state, inItsKind(turn, report, longer));
}

/** The open case, or one that ended lately; null when the words are about something else. */
async function aboutTheCase(turn: Turn, stores: Stores, own: Triage): Promise<Outcome | null> {
  const about = caseTalkedAbout(turn);
  const { intents } = turn;
  if (about === null)
    return intents.has('status') && own.category.id === null ? tellStatus(turn, stores) : null;
  const another = isAnotherMatter(turn, own, about);
  if (isRecentlyEnded(about, turn.at)) {
    const saysNo = answersNo(turn, about);
    const fails = intents.has('again') || intents.has('not-solved') || saysNo;
    // What a message on the screen says may sound like another matter: the same is the same.
    const isSame = !another || (saysNo && sameAsBefore.test(turn.text));
    return fails && isSame && !isSolved(turn) ? takeUpAgain(turn, stores, about) : null;
  }
  if (correctsSite(turn, own, about)) return moveCase(turn, stores, own, about);
  if (intents.has('cancel')) return callOff(turn, stores, about);
  if (isSolved(turn) && !another) return itWorks(turn, stores, about);
  if (intents.has('status') && !another) return tellStatus(turn, stores);
  if (own.intent === 'thanks') return null;
  if (saysOnlyHaste(turn.text) || saysOnlyDetail(turn, own)) return addToCase(turn, stores, own, about);
  return another || isFreshMatter(turn, own) ? null : addToCase(turn, stores, own, about);
}

const sameAsBefore = /(?<!\p{L})(?:samma|fortfarande|likadant?|same|still)(?!\p{L})/iu;

/** "Nej, samma felmeddelande" to "Fungerar det nu?", which a resolved case waits for. */
function answersNo({ text }: Turn, { state }: Case): boolean {
  return (
    state === 'resolved' &&
    /^(?:nej|nä|nope|no|nix)(?!\p{L})(?!\s*(?:tack|thanks|thank you))/iu.test(text.trim())
  );
}

async function newMatter(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  own: Triage,
): Promise<Outcome> {
  if (own.intent !== 'report' && own.intent !== 'who-is-technician') return sayOnly(turn, own);
  if (own.site.id !== null && saysOnlyWhere(turn, own)) return noteSite(turn, state, own.site.id);
  const report = startReport({
    id: turn.newId(),
    at: turn.at,
    words: turn.text,
    dialogue: [saidNow(turn)],
    attachments: turn.message.attachments,
    masked: turn.masked,
  });
  return advanceReport(turn, stores, state, report);
}

/** Thanks, greetings, help, "vem är vår tekniker?": said, and the matter under way stays as it is. */
function sayOnly(turn: Turn, own: Triage): Outcome {
  const { loaded, person, at } = turn;
  const reply = openReply(own, { loaded, person, at, reportId: '', another: false });
  return outcomeOf(turn, {
    replies: [reply],
    decision: own.decision,
    triage: own,
    matter: matterOfTriage(own),
  });
}

function noteSite(turn: Turn, state: ConversationState, siteId: string): Outcome {
  const site = turn.loaded.desk.sites.get(siteId);
  return outcomeOf(turn, {
    state,
    replies: [{ kind: 'site-noted', siteName: site?.name ?? siteId, forToday: true }],
  });
}

/** "Förlåt, jag är på Fyren": the same matter elsewhere, or told anew. */
async function startAgain(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  own: Triage,
  report: Report,
): Promise<Outcome> {
  const toldAnew = own.category.id !== null;
  const corrected: Report = {
    ...addWords(report, {
      words: turn.text,
      line: saidNow(turn),
      masked: turn.masked,
      attachments: turn.message.attachments,
    }),
    ...(toldAnew ? { words: [turn.text], category: null, attempts: [], shownNoteIds: [] } : {}),
    siteId: own.site.source === 'mention' ? own.site.id : report.siteId,
  };
  return advanceReport(turn, stores, state, corrected);
}

function nextStep(turn: Turn, report: Report): Outcome | null {
  return showSteps(turn, { verb: 'step', noteId: null, value: String(report.stepShown + 1) }, report);
}

/**
 * "Provet börjar om tio minuter": there is no time to try more, so a person takes over. What is not IT's is told once
 * more; and a case that was opened since is what it is about.
 */
async function inHaste(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
): Promise<Outcome | null> {
  const about = caseTalkedAbout(turn);
  if (about !== null && isOpen(about.state) && about.createdAt > report.startedAt) return null;
  const longer = addWords(report, { words: turn.text, line: saidNow(turn), masked: turn.masked });
  if (report.attempts.length === 0) return advanceReport(turn, stores, state, longer);
  const category = report.category ?? settledOf(turn, report).category;
  return handOffReport(turn, stores, state, longer, triageReport(turn, { ...longer, category }));
}

/** It goes along if a person takes over; the advice stands. */
function noteDetail(turn: Turn, state: ConversationState, report: Report): Outcome {
  const longer = addWords(report, { words: turn.text, line: saidNow(turn), masked: turn.masked });
  return outcomeOf(turn, {
    state: replaceReport(state, longer),
    replies: [{ kind: 'trying', noted: true }],
  });
}

/** What was tried, and what goes on from what was said, leaves the matter what it is once advice was given. */
function inItsKind(turn: Turn, report: Report, longer: Report): Report {
  const goesOn = turn.intents.has('not-solved') || pointsBack(turn.text);
  if (report.attempts.length === 0 || report.category !== null || !goesOn) return longer;
  return { ...longer, category: settledOf(turn, report).category };
}

/** "När är det lagat?" about a known outage: the note is the answer, once more. */
async function repeatAdvice(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
): Promise<Outcome> {
  const latest = report.shownNoteIds.at(-1);
  const again: Report = { ...report, shownNoteIds: report.shownNoteIds.filter((id) => id !== latest) };
  return advanceReport(turn, stores, state, again);
}

function corrects(turn: Turn, own: Triage, report: Report): boolean {
  if (own.site.source !== 'mention' || own.site.id === null) return false;
  return (
    turn.intents.has('correction') ||
    (own.site.id !== settledOf(turn, report).siteId && own.category.id === null)
  );
}

function settledOf(
  turn: Turn,
  report: Report,
): { category: Triage['category']['id']; siteId: string | null } {
  const settled = triageReport(turn, { ...report, shownNoteIds: [] });
  return { category: settled.category.id, siteId: settled.site.id };
}

function isSolved(turn: Turn): boolean {
  return turn.intents.has('solved') && !turn.intents.has('not-solved');
}

/** A whole new report while another case is open: long after the last word, and complete in itself. */
function isFreshMatter(turn: Turn, own: Triage): boolean {
  const idle = turn.at.getTime() - (turn.state.lastAt ?? turn.at).getTime();
  const refersBack =
    turn.intents.has('addition') || turn.intents.has('again') || turn.intents.has('not-solved');
  return idle > 2 * 60 * 60 * 1000 && !refersBack && own.intent === 'report' && own.decision !== 'ask';
}
