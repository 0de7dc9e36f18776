import { isOpen } from './case.ts';
import { viewCase } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { startWork } from './context.ts';
import { splitOff } from './incident.ts';
import type { RequesterAction } from './requester-actions.ts';

/**
 * "Not for me": after the all-clear of an incident, one of several goes on with a case of their own; for the others it
 * stays solved. Done is false for whoever is not in it.
 */
export const notForMe: RequesterAction = async (stores, ctx, { caseId, actor, text }) => {
  const work = startWork(stores, ctx);
  const item = await stores.cases.get(caseId);
  const nothing = { done: false, case: item, view: null, deliveryIds: [] };
  if (item === null) return nothing;
  const split = await splitOff(work, item, actor.upn, actor.upn);
  if (split === null) return { ...nothing, view: viewCase(item, ctx.loaded.desk, ctx.at) };
  const line = { at: ctx.at, who: 'requester', name: actor.name, text } as const;
  const told = await changeCase(work, split.own.id, (current) =>
    text.trim() === ''
      ? null
      : { ...current, packet: { ...current.packet, dialogue: [...current.packet.dialogue, line] } },
  );
  const own = told ?? split.own;
  const view = viewCase(own, ctx.loaded.desk, ctx.at);
  return { done: true, case: own, view, deliveryIds: work.deliveryIds };
};

/** One of several says that it works again: kept; the case is closed when the last of them has said so. */
export const worksForMe: RequesterAction = async (stores, ctx, { caseId, actor }) => {
  const work = startWork(stores, ctx);
  const saved = await changeCase(work, caseId, (current) => {
    const report = current.reports?.find(({ upn, works }) => upn === actor.upn && !works);
    if (report === undefined || isOpen(current.state)) return null;
    const reports = (current.reports ?? []).map((known) =>
      known === report ? { ...known, works: true } : known,
    );
    return { ...current, reports };
  });
  const item = saved ?? (await stores.cases.get(caseId));
  if (saved !== null) await record(work, caseId, 'works-for-reporter', actor.upn);
  const view = item && viewCase(item, ctx.loaded.desk, ctx.at);
  return { done: saved !== null, case: item, view, deliveryIds: work.deliveryIds };
};
