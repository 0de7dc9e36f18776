import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { type Case, isOpen } from './case.ts';
import type { Bounce } from './case-record.ts';
import { changeCase, record } from './change-case.ts';
import { questionFor } from './choose-for-case.ts';
import type { Work } from './context.ts';
import { staysOf, withBounce } from './contractor-stays.ts';
import { tellRequesters } from './outbox.ts';
import { placeCase } from './place-case.ts';
import { suggestMatrixRow } from './suggest-matrix-row.ts';

/**
 * The contractor sent it back ("not ours"): the technician whom the rules name gets it, with their words; the
 * requester hears who, and the bounce is counted with its reason. Null: they do not have it any more.
 */
export async function takeBack(
  work: Work,
  caseId: string,
  contractorId: string,
  bounce: Bounce,
): Promise<Case | null> {
  const returned = await changeCase(work, caseId, (current) =>
    isOpen(current.state) && isWith(current, contractorId)
      ? withBounce(withWords(current, contractorId, bounce, work), bounce)
      : null,
  );
  if (returned === null) return null;
  const { reason, words, byUpn } = bounce;
  const row = returned.packet.classificationReason;
  const data = { contractor: contractorId, reason, words, row };
  await record(work, caseId, 'bounced', byUpn ?? contractorId, data);
  const question = await questionFor(work, returned, []);
  const chosen = chooseResponsible(work.ctx.loaded.desk, { ...question, noteHandledBy: 'local' });
  const placed = await placeCase(work, returned, chosen?.kind === 'technician' ? chosen : null);
  await tellRequesters(work, placed, { event: 'reassigned', reason: 'returned' });
  if (placed.offeredTo?.kind === 'contractor') await alertDispatchers(work, placed);
  await suggestMatrixRow(work, placed, contractorId);
  return placed;
}

/** Whether that contractor has the case, sent back or not. */
export function isWith({ assignee }: Case, contractorId: string): boolean {
  return assignee?.kind === 'contractor' && assignee.id === contractorId;
}

/** What they said since they got it this time, if anything. */
export function wordsOfStay(item: Case): string | null {
  const stays = staysOf(item);
  // Their clock may be behind ours: only what is from before they had it the last time is surely older.
  const since = stays.at(-2)?.to ?? null;
  const said = item.packet.dialogue.filter(
    ({ who, at }) => who === 'contractor' && (since === null || at > since),
  );
  return said.at(-1)?.text ?? null;
}

/** What somebody heard from them stands in the talk as theirs. */
function withWords(item: Case, contractorId: string, { at, words, byUpn }: Bounce, { ctx }: Work): Case {
  if (words === null || byUpn === null) return item;
  const { contractors } = ctx.loaded.desk.settings;
  const name = contractors.find(({ id }) => id === contractorId)?.name ?? contractorId;
  const line = { at, who: 'contractor', name, text: words } as const;
  return { ...item, packet: { ...item.packet, dialogue: [...item.packet.dialogue, line] } };
}
