import type { Person } from '#bot/desk/person.ts';
import type { AttachmentName, Case } from './case.ts';
import { viewCase } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork } from './context.ts';
import { refreshCards, tellRequesters } from './outbox.ts';
import { isOver } from './press.ts';
import type { RequesterResult } from './requester-actions.ts';
import type { HandoffStores } from './stores.ts';

export type Relayed = {
  readonly actor: Person;
  /** Null: the case that they are at now, or worked on last. */
  readonly number: string | null;
  readonly text: string;
  readonly messageId: string;
  readonly attachments: readonly AttachmentName[];
};

/**
 * What whoever has a case writes or photographs in their own chat, on to its requester and into the case: neither needs
 * the other's contact. Null: they have no such case.
 */
export async function relayToRequester(
  stores: HandoffStores,
  ctx: HandoffContext,
  { actor, number, text, messageId, attachments }: Relayed,
): Promise<RequesterResult | null> {
  const own = (await stores.cases.assignedTo(actor.upn)).filter(({ assignee }) => assignee?.id === actor.upn);
  const about = number === null ? atHand(own) : own.find((item) => item.number === number.toUpperCase());
  if (about === undefined) return null;
  const work = startWork(stores, ctx);
  const line = { at: ctx.at, who: 'technician', name: actor.name, text, messageId } as const;
  const saved = await changeCase(work, about.id, (current) =>
    isOver(current) || current.assignee?.id !== actor.upn
      ? null
      : {
          ...current,
          packet: {
            ...current.packet,
            dialogue: [...current.packet.dialogue, line],
            attachments: [...current.packet.attachments, ...attachments],
          },
        },
  );
  if (saved === null) return null;
  await record(work, saved.id, 'told-requester', actor.upn, { text, files: attachments.length });
  await tellRequesters(work, saved, { event: 'message', text, files: filesOf(attachments) });
  await refreshCards(work, saved);
  const view = viewCase(saved, ctx.loaded.desk, ctx.at);
  return { done: true, case: saved, view, deliveryIds: work.deliveryIds };
}

/** Those that are kept, and can be opened. */
export function filesOf(attachments: readonly AttachmentName[]): { name: string; id: string }[] {
  return attachments.flatMap(({ name, id }) => (id === undefined ? [] : [{ name, id }]));
}

/** Where they are now, else what they dealt with last. */
function atHand(cases: readonly Case[]): Case | undefined {
  const isHere = ({ onSiteAt }: Case) => onSiteAt !== null;
  const latest = cases.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  return latest.find(isHere) ?? latest[0];
}
