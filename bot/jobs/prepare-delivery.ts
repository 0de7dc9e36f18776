import { objectIdOfUnlisted } from '#bot/desk/person.ts';
import { viewBoard } from '#bot/handoff/board.ts';
import { viewForTechnician } from '#bot/handoff/case-views.ts';
import { languageOfColleague } from '#bot/handoff/outbox.ts';
import type { Delivery, DeliveryBasis } from '#bot/handoff/stores.ts';
import { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { contextNow, type DelivererPorts } from './ports.ts';

/** What is sent, and the version of the case that it shows when it is a card. */
export type Expanded = { readonly envelope: Envelope; readonly caseVersion: number | null };

/** The words of a delivery, made at the moment of sending. Null: what it was about is no more. */
export async function expandContent(
  ports: DelivererPorts,
  { content, offerId }: Delivery,
  { item, offer, currentOffer }: DeliveryBasis,
): Promise<Expanded | null> {
  if (content.kind === 'reply') return { envelope: content.envelope, caseVersion: null };
  if (content.card.kind === 'board-card') return expandBoard(ports, content.card.viewerUpn);
  if (item === null || (offerId !== null && offer?.status !== 'offered')) return null;
  const ctx = await contextNow(ports);
  const upn = content.card.viewerUpn;
  const view = viewForTechnician(item, { upn, offer: currentOffer }, ctx);
  const language = languageOfColleague({ ctx }, upn);
  return {
    envelope: { language, introduce: false, content: { kind: 'case-card', view } },
    caseVersion: item.version,
  };
}

async function expandBoard(ports: DelivererPorts, upn: string): Promise<Expanded> {
  const ctx = await contextNow(ports);
  const content = viewBoard(await ports.storage.stores.cases.open(), ctx);
  const language = languageOfColleague({ ctx }, upn);
  return { envelope: { language, introduce: false, content }, caseVersion: null };
}

/** Where it goes: the conversation itself, or the person's own chat. Null: no way to reach them is known. */
export async function findAddress(
  ports: DelivererPorts,
  delivery: Delivery,
  { contact }: DeliveryBasis,
): Promise<ConversationAddress | null> {
  if (delivery.target.kind === 'conversation') return delivery.target.address;
  const { upn } = delivery.target;
  if (contact?.reachable) return addressOf(contact);
  return (await whereTheyWrote(ports, delivery, upn)) ?? (contact === null ? openChat(ports, upn) : null);
}

function addressOf(contact: ConversationAddress): ConversationAddress {
  const { channel, conversationId, conversationType, tenantId, serviceUrl, botId, userId } = contact;
  return { channel, conversationId, conversationType, tenantId, serviceUrl, botId, userId };
}

/** A requester without a chat of their own is told where they reported, for example in a channel. */
async function whereTheyWrote(
  ports: DelivererPorts,
  delivery: Delivery,
  upn: string,
): Promise<ConversationAddress | null> {
  if (delivery.caseId === null) return null;
  const { cases } = ports.storage.stores;
  const opened = (await cases.events(delivery.caseId)).find(({ kind }) => kind === 'opened');
  if (opened?.actor !== upn) return null;
  return readAddress(opened.data.conversation);
}

/** The history is our own, but its data is loosely typed: only a whole address counts. */
function readAddress(value: unknown): ConversationAddress | null {
  const parsed = ConversationAddress.safeParse(value);
  return parsed.success && parsed.data.conversationType !== 'personal' ? parsed.data : null;
}

async function openChat(ports: DelivererPorts, upn: string): Promise<ConversationAddress | null> {
  const { desk } = await ports.deskSource.current();
  const aadObjectId = desk.people.get(upn)?.aadObjectId ?? objectIdOfUnlisted(upn);
  return aadObjectId === null ? null : ports.firstContact(aadObjectId);
}
