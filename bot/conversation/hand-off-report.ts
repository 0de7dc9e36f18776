import type { Case } from '#bot/handoff/case.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import { openCase } from '#bot/handoff/open-case.ts';
import { findSameIncident, outageWithin, sharedCategories } from '#bot/handoff/same-incident.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState, Report } from './conversation-state.ts';
import { joinKnownCase } from './join-known-case.ts';
import { hasNoNote } from './open-reply.ts';
import { dropReport } from './reports.ts';
import type { Stores } from './stores.ts';
import { matterOfCase, matterOfTriage, type Outcome, outcomeOf, type Turn } from './turn.ts';

export function handoffContext(turn: Turn): HandoffContext {
  return { at: turn.at, newId: turn.newId, loaded: turn.loaded, openCases: turn.openCases };
}

/** Puts the matter in a person's hands, with all that was said and tried; a known outage is joined instead. */
export async function handOffReport(
  turn: Turn,
  stores: Stores,
  state: ConversationState,
  report: Report,
  found: Triage,
): Promise<Outcome> {
  const triage = withResponsible(turn, report, withTrueReasons(found, report));
  const rest = dropReport(state, report.id);
  const known = await findSameOutage(turn, stores, triage);
  const ctx = handoffContext(turn);
  const joined = known && (await joinKnownCase(turn, stores, { ctx, state: rest, known, triage, report }));
  if (joined !== null) return joined;
  const opened = await openCase(stores, ctx, {
    requester: turn.person,
    triage,
    report,
    conversation: turn.message.address,
  });
  const noNote = report.shownNoteIds.length === 0 && hasNoNote(triage);
  if (noNote) await keepQuestion(turn, stores, report, triage, opened.case);
  const { hazard } = triage.priority;
  return outcomeOf(turn, {
    state: rest,
    replies: [{ kind: 'handed-off', case: opened.view, to: opened.to, when: opened.when, noNote, hazard }],
    decision: 'hand-off',
    triage,
    matter: matterOfTriage(triage),
    caseEffect: 'opened',
    caseId: opened.case.id,
    deliveryIds: opened.deliveryIds,
  });
}

/** That no further note fits is not why, when advice was given and did not help. */
function withTrueReasons(triage: Triage, report: Report): Triage {
  if (report.shownNoteIds.length === 0 || !hasNoNote(triage)) return triage;
  const others = triage.reasons.filter(({ key }) => key !== 'decide.no-note');
  return { ...triage, reasons: [{ key: 'decide.advice-did-not-help', values: {} }, ...others] };
}

/**
 * Whose it is, where triage did not settle that: a person was asked for before it was clear what it is about, or
 * the note that was shown names who, and still does now that its advice did not help.
 */
function withResponsible(turn: Turn, report: Report, triage: Triage): Triage {
  const shown = turn.loaded.notes.get(report.shownNoteIds.at(-1) ?? '');
  const noteHandledBy = shown !== null && shown.category === triage.category.id ? shown.handledBy : null;
  if (triage.responsible !== null && noteHandledBy === null) return triage;
  const category = triage.category.id === 'not-it' ? 'other' : triage.category.id;
  const responsible = turn.chooseResponsible(turn.loaded.desk, {
    category,
    siteId: triage.site.id,
    level: triage.priority.level,
    at: turn.at,
    noteHandledBy,
    openCases: turn.openCases,
  });
  return { ...triage, responsible };
}

/** Somebody else's open case about the same outage: one switch is a whole site here. */
async function findSameOutage(turn: Turn, stores: Stores, triage: Triage): Promise<Case | null> {
  const { site, category, wantsPerson, priority, type } = triage;
  if (site.id === null || category.id === null || wantsPerson || type !== 'incident') return null;
  // What nobody shares is the same only where a dispatcher said so: there may be hundreds of other cases of its kind.
  const isShared = sharedCategories.includes(category.id);
  const since = isShared ? new Date(turn.at.getTime() - outageWithin) : null;
  const open = await stores.cases.openNear({ categories: [category.id], since });
  const { upn } = turn.person;
  const report = {
    upn,
    siteId: site.id,
    category: category.id,
    type,
    impact: priority.impact,
    text: triage.text,
  };
  return findSameIncident({ ...report, at: turn.at }, open, turn.loaded.desk);
}

async function keepQuestion(
  turn: Turn,
  stores: Stores,
  report: Report,
  triage: Triage,
  opened: Case,
): Promise<void> {
  await stores.knowledge.keepQuestion({
    at: turn.at,
    text: report.words.join('\n'),
    siteId: triage.site.id,
    category: triage.category.id,
    language: triage.language,
    caseId: opened.id,
  });
}

export function outcomeOfCase(turn: Turn, about: Case, parts: Partial<Outcome>): Outcome {
  return outcomeOf(turn, { matter: matterOfCase(about), caseId: about.id, ...parts });
}
