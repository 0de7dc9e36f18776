import { type Priority, priorityLevels } from '#bot/desk/priority.ts';
import { askAnew } from './ask-anew.ts';
import { type Case, type CaseEvent, isOpen } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import { tellHolder } from './outbox.ts';
import { filesOf } from './relay-to-requester.ts';
import {
  awaitsRequester,
  changed,
  isTheirs,
  type RequesterInput,
  type RequesterResult,
  tellContractor,
  unchanged,
  withAnswer,
} from './requester-actions.ts';
import type { HandoffStores } from './stores.ts';
import { watchClocksLater } from './watch-clocks.ts';
import { goOn } from './work-on-case.ts';

/** `to`: what the rules make of the case with what was said now. */
export type RaiseInput = RequesterInput & { readonly to: Priority };

/**
 * The requester says that it became more urgent, and the rules agree: the priority is raised, its clocks follow, whoever
 * has the case is told and whoever is asked is asked anew; a wait for the requester's answer ends. Each level once, and never over a dispatcher who decided
 * otherwise: done is then false, and nothing was changed.
 */
export async function raiseCase(
  stores: HandoffStores,
  ctx: HandoffContext,
  input: RaiseInput,
): Promise<RequesterResult> {
  const { caseId, actor, text, to } = input;
  const work = startWork(stores, ctx);
  const item = await stores.cases.get(caseId);
  if (item === null || !isTheirs(item, actor)) return unchanged(work, null);
  const history = await stores.cases.events(caseId);
  const saved = mayRaise(item, to, history)
    ? await changeCase(work, caseId, (current) =>
        isOpen(current.state) && isHigher(to, current)
          ? { ...withAnswer(current, input, ctx.at), priority: to }
          : null,
      )
    : null;
  if (saved === null) return unchanged(work, item);
  const change = { from: item.priority.level, to: to.level, by: 'requester' };
  await record(work, caseId, 'reprioritised', actor.upn, { ...change, text });
  const isAnswer = awaitsRequester(item);
  await record(work, caseId, isAnswer ? 'requester-answered' : 'detail-added', actor.upn, { text });
  const raised = await spread(work, saved, item, input);
  return changed(work, isAnswer ? await goOn(work, raised) : raised);
}

/** The clocks, whoever has it or is asked, and the contractor. */
async function spread(work: Work, saved: Case, before: Case, input: RaiseInput): Promise<Case> {
  await watchClocksLater(work, saved);
  const raised = { from: before.priority.level, to: saved.priority.level };
  const files = filesOf(input.attachments ?? []);
  await tellHolder(work, saved, { from: input.actor.name, text: input.text, files, raised });
  await tellContractor(work, saved);
  return askAnew(work, saved, await work.stores.cases.currentOffer(saved.id));
}

/** A dispatcher's word stands, and nobody is told the same twice. */
function mayRaise(item: Case, to: Priority, history: readonly CaseEvent[]): boolean {
  const changes = history.filter(({ kind }) => kind === 'reprioritised');
  const isDecided = changes.some(({ data }) => data.by !== 'requester');
  const wasRaised = changes.some(({ data }) => data.to === to.level);
  return isOpen(item.state) && !isDecided && !wasRaised && isHigher(to, item);
}

function isHigher(to: Priority, { priority }: Case): boolean {
  if (to.hazard && !priority.hazard) return true;
  return priorityLevels.indexOf(to.level) < priorityLevels.indexOf(priority.level);
}
