import type { Person } from '#bot/desk/person.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { type Case, isOpen, type Offer } from './case.ts';
import { viewForTechnician, viewParty } from './case-views.ts';
import { changeCase } from './change-case.ts';
import { type HandoffContext, mayDispatch, startWork, type Work } from './context.ts';
import { refreshCards } from './outbox.ts';
import type { HandoffStores } from './stores.ts';

/** A technician's or dispatcher's button. Whoever can reach the bot can send any ids: all is checked again. */
export type TechnicianPress = {
  readonly caseId: string;
  readonly actor: Person;
  readonly offerId: string | null;
  readonly noteId: string | null;
  /** What was chosen: a colleague's upn, an instant or "om 20 min", the name of a fact, a hold reason. */
  readonly value: string | null;
  /** What was written, secrets masked. */
  readonly text: string | null;
};

export type PressResult = {
  /** False: nothing was changed, and `answer` says why. */
  readonly done: boolean;
  /** `case-card`: goes in the pressed card's place. `press-outcome` and `secret-fact`: said beside it. */
  readonly answer: Reply;
  readonly case: Case | null;
  readonly deliveryIds: readonly string[];
};

export type TechnicianAction = (
  stores: HandoffStores,
  ctx: HandoffContext,
  press: TechnicianPress,
) => Promise<PressResult>;

export type Refusal = Extract<Reply, { kind: 'press-outcome' }>['outcome'];
export type Relation = 'assigned' | 'offered' | 'dispatcher' | 'none';

/** The case as the presser stands to it now. */
export type Standing = {
  readonly item: Case;
  readonly offer: Offer | null;
  readonly relation: Relation;
};

export async function findStanding(work: Work, press: TechnicianPress): Promise<Standing | null> {
  const item = await work.stores.cases.get(press.caseId);
  if (item === null) return null;
  const offer = await work.stores.cases.currentOffer(item.id);
  return { item, offer, relation: relationOf(item, offer, press.actor) };
}

function relationOf(item: Case, offer: Offer | null, actor: Person): Relation {
  if (item.assignee?.id === actor.upn && item.assignee.kind !== 'contractor') return 'assigned';
  if (offer?.to.id === actor.upn) return 'offered';
  return mayDispatch(actor) ? 'dispatcher' : 'none';
}

/** Nothing was changed: a plain answer, with the name of whoever has the case when that is somebody else. */
export function refuse(work: Work, press: TechnicianPress, item: Case | null, outcome: Refusal): PressResult {
  const holder = item?.assignee ?? item?.offeredTo ?? null;
  const isOther = holder !== null && holder.id !== press.actor.upn;
  const by = isOther ? viewParty(holder, work.ctx.loaded.desk).name : null;
  const answer = { kind: 'press-outcome', outcome, caseNumber: item?.number ?? null, by } as const;
  return { done: false, answer, case: item, deliveryIds: [] };
}

/** The press did what it said: the presser's card shows the case as it is now, and so do all others on screen. */
export async function showDone(work: Work, press: TechnicianPress, item: Case): Promise<PressResult> {
  await refreshCards(work, item);
  const offer = await work.stores.cases.currentOffer(item.id);
  const view = viewForTechnician(item, { upn: press.actor.upn, offer }, work.ctx);
  return { done: true, answer: { kind: 'case-card', view }, case: item, deliveryIds: work.deliveryIds };
}

/** One kind of change by whoever has the case (or a dispatcher). */
export type CaseChange = {
  readonly change: (current: Case, press: TechnicianPress, ctx: HandoffContext) => Case | Refusal;
  /** History, notices and jobs that follow from it. */
  /** A case in return is the one after further changes. */
  readonly after: (work: Work, saved: Case, press: TechnicianPress) => Promise<Case> | Promise<void>;
};

/** Makes an action of a change: who may, whether the case lives, one conditional update, what follows. */
export function createCaseAction(step: CaseChange): TechnicianAction {
  return async (stores, ctx, press) => {
    const work = startWork(stores, ctx);
    const standing = await findStanding(work, press);
    if (standing === null) return refuse(work, press, null, 'gone');
    const { item, relation } = standing;
    if (relation !== 'assigned' && relation !== 'dispatcher') return refuse(work, press, item, 'not-yours');
    let refusal: Refusal = 'gone';
    const saved = await changeCase(work, item.id, (current) => {
      // Somebody else may have taken it since: an assignee who lost it changes nothing.
      if (relation === 'assigned' && current.assignee?.id !== press.actor.upn) refusal = 'taken';
      else {
        const wanted = step.change(current, press, ctx);
        if (typeof wanted !== 'string') return wanted;
        refusal = wanted;
      }
      return null;
    });
    if (saved === null) return refuse(work, press, await stores.cases.get(item.id), refusal);
    const now = await step.after(work, saved, press);
    return showDone(work, press, now ?? saved);
  };
}

/** The words or the choice that a button needs; null when they are missing. */
export function given(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** A case that is over takes no more work; what is already so is said to be. */
export function isOver(item: Case): boolean {
  return !isOpen(item.state);
}
