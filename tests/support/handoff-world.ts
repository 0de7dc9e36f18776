import type { Desk } from '#bot/desk/desk.ts';
import type { Case } from '#bot/handoff/case.ts';
import type { HandoffContext } from '#bot/handoff/context.ts';
import { type OpenCaseInput, type OpenedCase, openCase } from '#bot/handoff/open-case.ts';
import type { PressResult, TechnicianPress } from '#bot/handoff/press.ts';
import type { Contact, Delivery, HandoffStores } from '#bot/handoff/stores.ts';
import { technicianActions } from '#bot/handoff/technician-actions.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { CaseNotice, Reply } from '#bot/reply/reply.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { Note } from '#knowledge/note.ts';
import { createMemoryStorage, type Memory } from './memory-stores.ts';
import { smallDesk, upns } from './small-desk.ts';

export const monday = '2026-11-23T09:15:00+01:00';

export function address(upn: string, changes: Partial<ConversationAddress> = {}): ConversationAddress {
  return {
    channel: 'simulator',
    conversationId: `chat-${upn}`,
    conversationType: 'personal',
    tenantId: null,
    serviceUrl: 'http://127.0.0.1/',
    botId: 'bot',
    userId: upn,
    ...changes,
  };
}

export function contact(upn: string, changes: Partial<Contact> = {}): Contact {
  return { ...address(upn), upn, aadObjectId: null, locale: null, reachable: true, ...changes };
}

export function triageOf(desk: Desk, at: Date, changes: Partial<Triage> = {}): Triage {
  const triage: Triage = {
    text: 'projektorn är svart',
    masked: [],
    language: 'sv',
    replyLanguage: 'sv',
    intent: 'report',
    type: 'incident',
    site: { id: 'solen', source: 'home', confidence: 1, candidates: [] },
    category: { id: 'av', confidence: 0.9 },
    priority: { impact: 'low', urgency: 'medium', level: 'low', hazard: false },
    decision: 'hand-off',
    question: null,
    wantsPerson: false,
    alreadyTried: false,
    notes: [],
    responsible: null,
    referral: null,
    reasons: [],
    more: [],
    ...changes,
  };
  const { site, category, priority } = triage;
  const question = { category: category.id, siteId: site.id, level: priority.level, at };
  const given = { noteHandledBy: null, openCases: new Map<string, number>() };
  return { ...triage, responsible: chooseResponsible(desk, { ...question, ...given }) };
}

/** A desk, its notes, a clock that a test moves, and stores in memory. */
export type World = ReturnType<typeof createWorld>;

export function createWorld(
  options: { desk?: Desk; at?: string; notes?: Note[]; contacts?: Contact[] } = {},
) {
  const desk = options.desk ?? smallDesk();
  const storage = createMemoryStorage();
  const notes = options.notes ?? [];
  const clock = { at: new Date(options.at ?? monday) };
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const contacts = options.contacts ?? Object.values(upns).map((upn) => contact(upn));
  for (const [upn, technician] of desk.technicians) storage.memory.technicians.set(upn, technician);
  for (const known of contacts) storage.memory.contacts.set(known.upn, known);
  const loaded = {
    desk,
    notes: {
      search: () => notes.map((note) => ({ note, score: 0.8, stale: false, currentOutage: false })),
      get: (id: string) => notes.find((note) => note.id === id) ?? null,
      all: () => notes,
    },
  };
  const ctx = (): HandoffContext => ({ at: clock.at, newId, loaded });
  const run = <T>(work: (stores: HandoffStores, given: HandoffContext) => Promise<T>): Promise<T> =>
    storage.transaction((stores) => work(stores, ctx()));
  return {
    desk,
    storage,
    stores: storage.stores,
    memory: storage.memory as Memory,
    loaded,
    clock,
    newId,
    ctx,
    run,
    moveTo: (at: string) => {
      clock.at = new Date(at);
    },
    person: (upn: string) => {
      const known = desk.people.get(upn);
      if (!known) throw new Error(`nobody is called ${upn}`);
      return known;
    },
  };
}

export function open(
  world: World,
  changes: Partial<Triage> = {},
  input: Partial<OpenCaseInput> = {},
): Promise<OpenedCase> {
  const requester = input.requester ?? world.person(upns.eva);
  const triage = triageOf(world.desk, world.clock.at, changes);
  return world.run((stores, ctx) =>
    openCase(stores, ctx, {
      requester,
      triage,
      report: {
        words: [triage.text],
        attempts: [],
        dialogue: [{ at: ctx.at, who: 'requester', name: requester.name, text: triage.text }],
        attachments: [],
        masked: [],
      },
      conversation: address(requester.upn),
      ...input,
    }),
  );
}

export type Verb = keyof typeof technicianActions;

export function press(
  world: World,
  verb: Verb,
  by: string,
  caseId: string,
  changes: Partial<TechnicianPress> = {},
): Promise<PressResult> {
  return world.run((stores, ctx) =>
    technicianActions[verb](stores, ctx, {
      caseId,
      actor: world.person(by),
      offerId: null,
      noteId: null,
      value: null,
      text: null,
      ...changes,
    }),
  );
}

export function caseNow(world: World, id: string): Case {
  const item = world.memory.cases.get(id);
  if (!item) throw new Error(`no case ${id}`);
  return item;
}

/** What is written to the outbox for that person, oldest first. */
export function deliveriesTo(world: World, upn: string): Delivery[] {
  return [...world.memory.deliveries.values()].filter(
    ({ target }) => target.kind === 'person' && target.upn === upn,
  );
}

export function repliesTo(world: World, upn: string): Reply[] {
  return deliveriesTo(world, upn).flatMap(({ content }) =>
    content.kind === 'reply' ? [content.envelope.content] : [],
  );
}

export function noticesTo(world: World, upn: string): CaseNotice[] {
  return repliesTo(world, upn).flatMap((reply) => (reply.kind === 'case-notice' ? [reply.notice] : []));
}

export function cardsTo(world: World, upn: string): Delivery[] {
  return deliveriesTo(world, upn).filter(({ content }) => content.kind === 'card');
}

export function eventKinds(world: World, caseId: string): string[] {
  return world.memory.events.filter((event) => event.caseId === caseId).map(({ kind }) => kind);
}

/** The outcome of a press that changed nothing; null when it did what it said. */
export function refusal(result: PressResult): { outcome: string; by: string | null } | null {
  const { answer } = result;
  return answer.kind === 'press-outcome' ? { outcome: answer.outcome, by: answer.by } : null;
}
