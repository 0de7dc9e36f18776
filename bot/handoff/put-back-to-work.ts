import { isAbsent } from '#bot/desk/duty.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Case } from './case.ts';
import { chooseFor } from './choose-for-case.ts';
import type { Work } from './context.ts';
import { tellHolder } from './outbox.ts';
import { placeCase } from './place-case.ts';

/**
 * A reopened case goes back to whoever had it. When nobody had, or they are away, it is put in somebody's hands
 * as a new one is.
 */
export async function putBackToWork(work: Work, item: Case, actor: Person, text: string): Promise<Case> {
  if (item.assignee === null || isAway(work, item.assignee.id)) {
    return placeCase(work, item, await chooseFor(work, item, []));
  }
  if (item.assignee.kind === 'contractor') {
    await work.stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId: item.id } });
  } else {
    await tellHolder(work, item, { from: actor.name, text });
  }
  return item;
}

function isAway({ ctx }: Work, upn: string): boolean {
  const { technicians, settings } = ctx.loaded.desk;
  const technician = technicians.get(upn);
  return technician !== undefined && isAbsent(technician, ctx.at, settings);
}
