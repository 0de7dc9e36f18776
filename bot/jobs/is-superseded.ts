import { isOpen } from '#bot/handoff/case.ts';
import type { Delivery } from '#bot/handoff/stores.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { DelivererPorts } from './ports.ts';

/** Notices that stay worth reading when their case has ended. */
const lasting = ['resolved', 'closed', 'cancelled', 'message', 'asked'];

/**
 * Whether something newer says it better, for a message that may have arrived already: saying it once more
 * would then only confuse. What was certainly not sent is never asked about.
 */
export async function isSuperseded(
  { storage }: Pick<DelivererPorts, 'storage'>,
  delivery: Delivery,
): Promise<boolean> {
  const { content, caseId } = delivery;
  const { cases, deliveries } = storage.stores;
  if (content.kind === 'card') {
    const shown = await deliveries.sentCard(content.card.caseId, content.card.viewerUpn);
    return shown !== null && shown.createdAt > delivery.createdAt;
  }
  if (caseId === null || !isPassing(content.envelope.content)) return false;
  const item = await cases.get(caseId);
  return item === null || !isOpen(item.state);
}

function isPassing(content: Reply): boolean {
  return content.kind === 'case-notice' && !lasting.includes(content.notice.event);
}
