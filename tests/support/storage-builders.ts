import { randomUUID } from 'node:crypto';
import type { ConversationState } from '#bot/conversation/conversation-state.ts';
import type { Offer } from '#bot/handoff/case.ts';
import type { NewCase, NewDelivery } from '#bot/handoff/stores.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';

export { buildPerson, buildSettings, buildSite, buildTechnician } from './desk-builders.ts';

export const noon = new Date('2026-11-23T12:00:00.000Z');
export const minutesAfterNoon = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

export const annasChat: ConversationAddress = {
  channel: 'simulator',
  conversationId: 'chat-anna',
  conversationType: 'personal',
  tenantId: null,
  serviceUrl: 'http://127.0.0.1:1/',
  botId: '28:bot',
  userId: '29:anna',
};

/** An incident of Anna's, new and with nobody yet, but for what the test says. */
export function buildNewCase(overrides: Partial<NewCase> = {}): NewCase {
  return {
    id: randomUUID(),
    state: 'new',
    holdReason: null,
    type: 'incident',
    priority: { impact: 'low', urgency: 'medium', level: 'low', hazard: false },
    category: 'printer',
    siteId: 'solrosen',
    requesterUpn: 'anna@ekbacken.example',
    reporterUpns: [],
    replyLanguage: 'sv',
    title: 'Skrivaren blinkar',
    packet: {
      requester: { upn: 'anna@ekbacken.example', name: 'Anna Ek', title: null, phone: '070-000 00 01' },
      site: null,
      device: null,
      symptom: 'skrivaren blinkar orange',
      since: null,
      affected: null,
      attempts: [{ at: noon, noteId: 'solrosen/skrivaren', noteTitle: 'Skrivaren', outcome: 'not-solved' }],
      notesShown: ['solrosen/skrivaren'],
      technicianNotes: [],
      dialogue: [{ at: noon, who: 'requester', name: 'Anna Ek', text: 'skrivaren blinkar orange' }],
      attachments: [],
      classificationReason: 'skrivare → lokalt (rad 1)',
      language: 'sv',
      withheld: [],
    },
    assignee: null,
    offeredTo: null,
    promisedAt: null,
    onSiteAt: null,
    resolution: null,
    contractorReference: null,
    createdAt: noon,
    resolvedAt: null,
    ...overrides,
  };
}

export function buildOffer(overrides: Partial<Offer> & Pick<Offer, 'caseId'>): Offer {
  return {
    id: randomUUID(),
    to: { kind: 'technician', id: 'karin@ekbacken.example' },
    status: 'offered',
    offeredAt: noon,
    acknowledgeBy: minutesAfterNoon(15),
    answeredAt: null,
    reason: null,
    ...overrides,
  };
}

export function buildDelivery(overrides: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id: randomUUID(),
    target: { kind: 'person', upn: 'anna@ekbacken.example' },
    content: {
      kind: 'reply',
      envelope: { language: 'sv', introduce: false, content: { kind: 'thanks' } },
    },
    caseId: null,
    offerId: null,
    replaces: null,
    createdAt: noon,
    ...overrides,
  };
}

export function buildConversation(overrides: Partial<ConversationState> = {}): ConversationState {
  return {
    address: { ...annasChat, conversationId: randomUUID() },
    personUpn: 'anna@ekbacken.example',
    introduced: true,
    language: 'sv',
    languageAsked: false,
    siteToday: { siteId: 'solrosen', date: '2026-11-23' },
    reports: [],
    lastCaseId: null,
    lastAt: noon,
    version: 0,
    ...overrides,
  };
}
