import { randomUUID } from 'node:crypto';
import type { ConversationState } from '#bot/conversation/conversation-state.ts';
import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Person } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Offer } from '#bot/handoff/case.ts';
import type { NewCase, NewDelivery } from '#bot/handoff/stores.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';

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

const rule = {
  acknowledgeWithin: '15m',
  respondWithin: '2h',
  aroundTheClock: false,
  // biome-ignore lint/suspicious/noThenProperty: the exchange format's own word
  then: ['deputy', 'dispatcher'],
} as const;

export function buildSettings(overrides: Partial<DeskSettings> = {}): DeskSettings {
  return {
    name: 'Ekbacken',
    language: 'sv',
    timezone: 'Europe/Stockholm',
    serviceHours: 'Mo-Fr 07:30-16:30; PH off',
    holidays: 'SE',
    secretFacts: ['alarm_code'],
    responsibility: [],
    contractors: [],
    referrals: [],
    escalation: { critical: rule, high: rule, moderate: rule, low: rule },
    ...overrides,
  };
}

export function buildSite(overrides: Partial<Site> = {}): Site {
  return {
    id: 'solrosen',
    name: 'Förskolan Solrosen',
    aliases: ['Solan'],
    kind: 'preschool',
    area: 'norra',
    address: null,
    phone: null,
    contactUpn: null,
    visitHours: null,
    visitNotes: null,
    parentId: null,
    critical: false,
    dependsOn: [],
    closedDays: [],
    lat: null,
    lon: null,
    facts: { wifi: 'Sol-Personal' },
    ...overrides,
  };
}

export function buildPerson(overrides: Partial<Person> = {}): Person {
  return {
    upn: 'anna@ekbacken.example',
    aadObjectId: null,
    name: 'Anna Ek',
    title: null,
    phone: null,
    homeSiteIds: ['solrosen'],
    roles: ['staff'],
    language: null,
    edits: null,
    facts: {},
    ...overrides,
  };
}

export function buildTechnician(overrides: Partial<Technician> = {}): Technician {
  return {
    upn: 'karin@ekbacken.example',
    areas: ['norra'],
    sites: [],
    skills: [],
    duty: 'Mo-Fr 07:30-16:00; PH off',
    onCall: null,
    shifts: [],
    absences: [],
    deputy: null,
    maxOpen: null,
    ...overrides,
  };
}
