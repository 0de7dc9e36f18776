import { type Priority, priorityLevels } from '#bot/desk/priority.ts';
import { notForMe, worksForMe } from '#bot/handoff/all-clear.ts';
import { withAnswerBy } from '#bot/handoff/answer-by.ts';
import { type Case, isOpen, type ReportedBy } from '#bot/handoff/case.ts';
import { viewCase } from '#bot/handoff/case-views.ts';
import { raiseCase } from '#bot/handoff/raise-case.ts';
import {
  addDetail,
  answerQuestion,
  awaitsRequester,
  cancel,
  confirmResolved,
  type RequesterAction,
  reopen,
} from '#bot/handoff/requester-actions.ts';
import { listCases } from '#bot/handoff/show-case.ts';
import { dialogueWords } from '#bot/i18n/dialogue.ts';
import type { CaseView, Reply } from '#bot/reply/reply.ts';
import { saysOnlyHaste } from '#bot/triage/find-haste.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { handoffContext, outcomeOfCase } from './hand-off-report.ts';
import type { Stores } from './stores.ts';
import { type Outcome, outcomeOf, type Turn } from './turn.ts';
import type { CaseEffect } from './turn-result.ts';

/** What the person's case of that number has come to; without one their open cases, else the one that ended last. */
export async function tellStatus(turn: Turn, stores: Stores): Promise<Outcome> {
  const numbers: readonly string[] = turn.text.toUpperCase().match(/\p{L}+-\d+/gu) ?? [];
  const named = turn.cases.filter(({ number }) => numbers.includes(number));
  const open = turn.cases.filter((known) => isOpen(known.state));
  const told = [named, open].find((some) => some.length > 0) ?? turn.cases.slice(0, 1);
  const views = told.map((known) => viewCase(known, turn.loaded.desk, turn.at));
  const cases = await Array.fromAsync(views, (view) => withAnswerBy(stores, view, turn.at));
  const replies: Reply[] = [{ kind: 'status', cases }];
  const about = told[0];
  if (about === undefined) return outcomeOf(turn, { replies });
  return outcomeOfCase(turn, about, { replies, caseEffect: 'unchanged' });
}

/** A technician's own list; anybody else hears of the cases that they opened. */
export async function listAssigned(turn: Turn, stores: Stores): Promise<Outcome> {
  const works = turn.person.roles.some((role) => role === 'technician' || role === 'dispatcher');
  if (!works) return tellStatus(turn, stores);
  return outcomeOf(turn, { replies: [await listCases(stores, handoffContext(turn), turn.person)] });
}

/** What was said later goes into the open case, and on to whoever has it. */
export async function addToCase(turn: Turn, stores: Stores, own: Triage, about: Case): Promise<Outcome> {
  const raised = await raiseByWords(turn, stores, own, about);
  if (raised !== null) return raised;
  const action = awaitsRequester(about) ? answerQuestion : addDetail;
  const isKnown = about.priority.level !== 'low' && saysOnlyHaste(wordsOf(turn));
  const reply = (view: CaseView): Reply => ({ ...relayed(view), ...(isKnown ? { urgent: true } : {}) });
  return act(turn, stores, about, { action, effect: 'updated', decision: 'hand-off', reply });
}

function relayed(view: CaseView): Extract<Reply, { kind: 'detail-added' | 'relayed' }> {
  return view.assignee === null ? { kind: 'detail-added', case: view } : { kind: 'relayed', case: view };
}

/** What was said now makes it more urgent, by the same rules as at first; null: it does not, or it may not be raised. */
async function raiseByWords(turn: Turn, stores: Stores, own: Triage, about: Case): Promise<Outcome | null> {
  const to = priorityNow(turn, own, about);
  if (to === null) return null;
  const said = { text: wordsOf(turn), messageId: turn.message.id };
  const input = { caseId: about.id, actor: turn.person, attachments: turn.message.attachments, ...said, to };
  const result = await raiseCase(stores, handoffContext(turn), input);
  if (!result.done || result.case === null || result.view === null) return null;
  const view = await withAnswerBy(stores, result.view, turn.at);
  return outcomeOfCase(turn, result.case, {
    replies: [{ kind: 'raised', case: view, hazard: to.hazard }],
    decision: 'hand-off',
    caseEffect: 'updated',
    deliveryIds: result.deliveryIds,
  });
}

/** The priority with these words, where they themselves weigh: null when they add nothing. */
function priorityNow(turn: Turn, own: Triage, about: Case): Priority | null {
  const { impact, urgency, hazard } = own.priority;
  if (impact === 'low' && urgency !== 'high' && !hazard) return null;
  const known = {
    questionsAsked: 1,
    category: about.category,
    ...(about.siteId === null ? {} : { siteId: about.siteId }),
  };
  const { symptom } = about.packet;
  const before = turn.triage({ text: symptom, known }).priority;
  const now = turn.triage({ text: `${symptom}\n${wordsOf(turn)}`, known }).priority;
  const isHigher = priorityLevels.indexOf(now.level) < priorityLevels.indexOf(before.level);
  return isHigher || (now.hazard && !before.hazard) ? now : null;
}

/** Somebody passed on what the requester had written elsewhere; `by` null: the requester did. */
export function forwardToCase(
  turn: Turn,
  stores: Stores,
  about: Case,
  { messageId, by }: { messageId: string; by: ReportedBy | null },
): Promise<Outcome> {
  const { forwarded } = dialogueWords(turn.loaded.desk.settings.language);
  const text = by === null ? turn.text : forwarded(by.name, turn.text, by.rewritten);
  return act(turn, stores, about, {
    action: addDetail,
    effect: 'updated',
    decision: 'hand-off',
    reply: relayed,
    said: { text, messageId },
  });
}

/** A message that is in the case already was changed: whoever has it may have read it, so the change is added. */
export function correctCase(turn: Turn, stores: Stores, about: Case, messageId: string): Promise<Outcome> {
  const { corrected } = dialogueWords(turn.loaded.desk.settings.language);
  const text = corrected(turn.text);
  return act(turn, stores, about, {
    action: addDetail,
    effect: 'updated',
    decision: 'hand-off',
    reply: relayed,
    said: { text, messageId },
  });
}

export function callOff(turn: Turn, stores: Stores, about: Case): Promise<Outcome> {
  const reply = (view: CaseView): Reply => ({ kind: 'cancelled', case: view });
  return act(turn, stores, about, { action: cancel, effect: 'cancelled', decision: 'answer', reply });
}

export function itWorks(turn: Turn, stores: Stores, about: Case): Promise<Outcome> {
  const reply = (view: CaseView): Reply => ({ kind: 'solved', reportId: null, case: view });
  const { upn } = turn.person;
  const isOneOfMany = about.requesterUpn !== upn && about.reporterUpns.includes(upn);
  const action = isOneOfMany ? worksForMe : confirmResolved;
  return act(turn, stores, about, { action, effect: 'solved', decision: 'answer', reply });
}

/** "Samma fel igen": the case goes on, with whoever had it. */
export function takeUpAgain(turn: Turn, stores: Stores, about: Case): Promise<Outcome> {
  const asksWhy = wordsOf(turn) === '' ? { asksWhy: true } : {};
  const reply = (view: CaseView): Reply => ({ kind: 'reopened', case: view, ...asksWhy });
  // Several had it: for the others it stays solved.
  const action = about.reporterUpns.length > 0 ? notForMe : reopen;
  return act(turn, stores, about, { action, effect: 'reopened', decision: 'hand-off', reply });
}

type Act = {
  readonly action: RequesterAction;
  readonly effect: CaseEffect;
  readonly decision: 'answer' | 'hand-off';
  readonly reply: (view: CaseView) => Reply;
  /** Default: the message. */
  readonly said?: { readonly text: string; readonly messageId: string };
};

async function act(turn: Turn, stores: Stores, about: Case, step: Act): Promise<Outcome> {
  const said = step.said ?? { text: wordsOf(turn), messageId: turn.message.id };
  const input = { caseId: about.id, actor: turn.person, attachments: turn.message.attachments, ...said };
  const result = await step.action(stores, handoffContext(turn), input);
  if (result.case === null || result.view === null)
    return outcomeOf(turn, { replies: [{ kind: 'already-handled' }] });
  const { deliveryIds } = result;
  if (!result.done) {
    const replies: Reply[] = [{ kind: 'status', cases: [result.view] }];
    return outcomeOfCase(turn, result.case, { replies, caseEffect: 'unchanged', deliveryIds });
  }
  const replies = [step.reply(result.view)];
  return outcomeOfCase(turn, result.case, {
    replies,
    decision: step.decision,
    caseEffect: step.effect,
    deliveryIds,
  });
}

/** What was written, or, with a press, what was written into its card. */
function wordsOf(turn: Turn): string {
  const names = turn.message.attachments.map((file) => file.name);
  return [turn.message.press?.text ?? turn.text, ...names].filter((part) => part.trim() !== '').join('\n');
}
