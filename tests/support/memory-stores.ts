import type { Technician } from '#bot/desk/technician.ts';
import { NotFound } from '#bot/errors.ts';
import { type Case, type CaseEvent, isOpen, type Offer } from '#bot/handoff/case.ts';
import type {
  AttachmentStore,
  CaseStore,
  Contact,
  ContactStore,
  Delivery,
  DeliveryStore,
  HandoffStorage,
  HandoffStores,
  JobQueue,
  JobRequest,
  KnowledgeStore,
  NoteOutcome,
  RotaStore,
  StoredAttachment,
  UnansweredQuestion,
} from '#bot/handoff/stores.ts';
import type { NewSuggestion } from '#knowledge/note-suggestion.ts';
import type { Reminded } from '#knowledge/review/choose-reminders.ts';
import { createMemoryContractorLines, type MemoryLines } from './memory-contractor-lines.ts';
import { createMemoryMatrix, emptyMatrix, type MemoryMatrix, restoreMatrix } from './memory-matrix.ts';

/** What was asked of the queue, oldest first. */
export type QueuedJob = { readonly job: JobRequest; readonly startAfter: Date | null };

/** All that the in-memory stores hold, open to a test. */
export type Memory = MemoryLines & {
  readonly cases: Map<string, Case>;
  readonly events: CaseEvent[];
  readonly offers: Map<string, Offer>;
  readonly deliveries: Map<string, Delivery>;
  readonly contacts: Map<string, Contact>;
  readonly jobs: QueuedJob[];
  readonly questions: UnansweredQuestion[];
  readonly outcomes: NoteOutcome[];
  readonly suggestions: NewSuggestion[];
  readonly addedSymptoms: NewSuggestion[];
  readonly reminders: Map<string, Reminded>;
  readonly confirmations: Parameters<KnowledgeStore['confirmNote']>[0][];
  /** The technicians whose rota can be changed; a test puts in those of its desk. */
  readonly technicians: Map<string, Technician>;
  readonly matrix: MemoryMatrix;
};

export function emptyMemory(): Memory {
  return {
    cases: new Map(),
    events: [],
    offers: new Map(),
    deliveries: new Map(),
    contacts: new Map(),
    jobs: [],
    questions: [],
    outcomes: [],
    suggestions: [],
    addedSymptoms: [],
    reminders: new Map(),
    confirmations: [],
    technicians: new Map(),
    matrix: emptyMatrix(),
    contractorWaiting: new Map(),
    contractorBlocks: new Map(),
  };
}

/** HandoffStores over plain maps, with the promises of the real ones: versions, conditional answers, claims. */
export function createMemoryStores(
  memory: Memory = emptyMemory(),
): HandoffStores & { readonly memory: Memory } {
  return {
    memory,
    attachments: createAttachments(),
    cases: createCases(memory),
    deliveries: createDeliveries(memory),
    contacts: createContacts(memory),
    knowledge: createKnowledge(memory),
    jobs: createJobs(memory),
    contractorLines: createMemoryContractorLines(memory),
    rota: createRota(memory),
    matrix: createMemoryMatrix(memory),
  };
}

/** A transaction over the maps: when the work throws, everything is as it was. */
export function createMemoryStorage(
  memory: Memory = emptyMemory(),
): HandoffStorage & { readonly memory: Memory } {
  const stores = createMemoryStores(memory);
  return {
    memory,
    stores,
    async transaction(work) {
      const before = structuredClone(memory);
      try {
        return await work(stores);
      } catch (error) {
        restore(memory, before);
        throw error;
      }
    },
  };
}

/** Puts the memory back as it was: also for a test's own storage that adds stores to these. */
export function restore(memory: Memory, before: Memory): void {
  for (const key of [
    'cases',
    'offers',
    'deliveries',
    'contacts',
    'technicians',
    'contractorWaiting',
    'contractorBlocks',
  ] as const)
    replaceMap(memory[key], before[key]);
  restoreMatrix(memory.matrix, before.matrix);
  for (const key of [
    'events',
    'jobs',
    'questions',
    'outcomes',
    'suggestions',
    'addedSymptoms',
    'confirmations',
  ] as const) {
    memory[key].length = before[key].length;
  }
}

function replaceMap(map: Map<string, unknown>, before: Map<string, unknown>): void {
  map.clear();
  for (const [key, value] of before) map.set(key, value);
}

const urgency = ['critical', 'high', 'moderate', 'low'];

function createCases(memory: Memory): CaseStore {
  const all = () => [...memory.cases.values()];
  const open = () => all().filter((item) => isOpen(item.state));
  const offersOf = (caseId: string) => [...memory.offers.values()].filter((offer) => offer.caseId === caseId);
  const holds = (item: Case, upn: string) =>
    [item.assignee, item.offeredTo].some((party) => party?.id === upn && party.kind !== 'contractor');
  return {
    async create(draft) {
      const number = `VK-${1001 + memory.cases.size}`;
      const made: Case = { ...draft, number, version: 1, updatedAt: draft.createdAt };
      memory.cases.set(made.id, made);
      return made;
    },
    get: async (id) => memory.cases.get(id) ?? null,
    getByNumber: async (number) => all().find((item) => item.number === number.trim().toUpperCase()) ?? null,
    async save(changed) {
      if (memory.cases.get(changed.id)?.version !== changed.version) return null;
      const saved = { ...changed, version: changed.version + 1 };
      memory.cases.set(saved.id, saved);
      return saved;
    },
    casesOf: async (upn, since) =>
      all()
        .filter((item) => item.requesterUpn === upn || item.reporterUpns.includes(upn))
        .filter((item) => isOpen(item.state) || item.updatedAt >= since)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.number < b.number ? 1 : -1)),
    openAt: async (siteId, category, since) =>
      open().filter(
        (item) => item.siteId === siteId && item.category === category && item.createdAt >= since,
      ),
    async fixersAt({ siteId, category, since }) {
      const solved = all()
        .filter((item) => item.siteId === siteId && item.category === category && item.updatedAt >= since)
        .filter(({ state }) => state === 'resolved' || state === 'closed')
        .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
      const upns = solved.flatMap(({ assignee }) =>
        assignee !== null && assignee.kind !== 'contractor' ? [assignee.id] : [],
      );
      return [...new Set(upns)].slice(0, 3);
    },
    openNear: async ({ categories, since }) =>
      open().filter(
        (item) =>
          categories.includes(item.category) &&
          (item.announcement !== undefined || (since !== null && item.createdAt >= since)),
      ),
    withContractor: async ({ since, category }) =>
      all()
        .filter((item) => item.contractorStays !== undefined || item.contractorSince !== undefined)
        .filter((item) => isOpen(item.state) || item.updatedAt >= since)
        .filter((item) => category === undefined || item.category === category)
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
    assignedTo: async (upn) =>
      open()
        .filter((item) => holds(item, upn))
        .sort((a, b) => urgency.indexOf(a.priority.level) - urgency.indexOf(b.priority.level)),
    open: async () => open(),
    async openCountByTechnician() {
      const upns = new Set(
        open()
          .flatMap((item) => [item.assignee, item.offeredTo])
          .map((party) => party?.id ?? ''),
      );
      const counts = [...upns].map((upn) => [upn, open().filter((item) => holds(item, upn)).length] as const);
      return new Map(counts.filter(([, count]) => count > 0));
    },
    async addEvent(event) {
      memory.events.push(event);
    },
    events: async (caseId) => memory.events.filter((event) => event.caseId === caseId),
    async addOffer(offer) {
      if (offersOf(offer.caseId).some((other) => other.status === 'offered')) {
        throw new Error('a case has at most one open offer');
      }
      memory.offers.set(offer.id, offer);
    },
    getOffer: async (id) => memory.offers.get(id) ?? null,
    currentOffer: async (caseId) => offersOf(caseId).find((offer) => offer.status === 'offered') ?? null,
    offers: async (caseId) => offersOf(caseId),
    async answerOffer({ id, status, at, reason }) {
      const offer = memory.offers.get(id);
      if (offer?.status !== 'offered') return null;
      const answered: Offer = { ...offer, status, answeredAt: at, reason };
      memory.offers.set(id, answered);
      return answered;
    },
  };
}

function createDeliveries(memory: Memory): DeliveryStore {
  const change = (id: string, changes: Partial<Delivery>): Delivery | null => {
    const delivery = memory.deliveries.get(id);
    if (!delivery) return null;
    const changed = { ...delivery, ...changes };
    memory.deliveries.set(id, changed);
    return changed;
  };
  const sentCards = (caseId: string) =>
    [...memory.deliveries.values()].filter(
      ({ content, status, activityId }) =>
        content.kind === 'card' && content.card.caseId === caseId && status === 'sent' && activityId !== null,
    );
  const viewer = ({ content }: Delivery) => (content.kind === 'card' ? content.card.viewerUpn : '');
  const touched = new Map<string, Date>();
  return {
    async add(delivery) {
      memory.deliveries.set(delivery.id, {
        ...delivery,
        status: 'pending',
        attempts: 0,
        uncertainSends: 0,
        notBefore: null,
        activityId: null,
        error: null,
        sentAt: null,
      });
      touched.set(delivery.id, delivery.createdAt);
    },
    get: async (id) => memory.deliveries.get(id) ?? null,
    async claim(id, at, staleBefore) {
      const delivery = memory.deliveries.get(id);
      const stale = delivery?.status === 'sending' && (touched.get(id) ?? at) < staleBefore;
      if (!delivery || (delivery.status !== 'pending' && !stale)) return null;
      if (!stale && (delivery.notBefore ?? at) > at) return null;
      if (isHeldUp(memory, delivery)) return null;
      touched.set(id, at);
      const uncertainSends = delivery.uncertainSends + (stale ? 1 : 0);
      return change(id, { status: 'sending', attempts: delivery.attempts + 1, uncertainSends });
    },
    async readBasis({ target, content, offerId, replaces }) {
      const caseId = content.kind === 'card' ? content.card.caseId : '';
      const current = [...memory.offers.values()].find(
        (offer) => offer.caseId === caseId && offer.status === 'offered',
      );
      return {
        contact: target.kind === 'person' ? (memory.contacts.get(target.upn) ?? null) : null,
        offer: memory.offers.get(offerId ?? '') ?? null,
        item: memory.cases.get(caseId) ?? null,
        currentOffer: current ?? null,
        replacedActivityId: memory.deliveries.get(replaces ?? '')?.activityId ?? null,
      };
    },
    async markSent(id, { activityId, at }) {
      const delivery = change(id, { status: 'sent', activityId, sentAt: at, error: null });
      return memory.cases.get(delivery?.caseId ?? '')?.version ?? null;
    },
    async markFailed(id, error, again = { notBefore: null, uncertain: false }) {
      const uncertainSends = (memory.deliveries.get(id)?.uncertainSends ?? 0) + (again.uncertain ? 1 : 0);
      change(id, { status: 'pending', error, notBefore: again.notBefore, uncertainSends });
    },
    async putBack(id, error) {
      const attempts = Math.max(0, (memory.deliveries.get(id)?.attempts ?? 0) - 1);
      change(id, { status: 'pending', error, attempts });
    },
    async markUndeliverable(id, error) {
      change(id, { status: 'undeliverable', error });
    },
    leftBehind: async (before, limit, due = before) =>
      [...memory.deliveries.values()]
        .filter(({ status, id }) => status === 'pending' || (status === 'sending' && touched.has(id)))
        .filter(({ id, status, createdAt, notBefore }) =>
          status === 'pending' && notBefore !== null
            ? notBefore <= due
            : (touched.get(id) ?? createdAt) < before || status === 'pending',
        )
        .map(({ id }) => id)
        .slice(0, limit),
    sentAs: async (conversationId, activityId) =>
      [...memory.deliveries.values()].findLast(
        ({ target, activityId: sent }) =>
          sent === activityId &&
          target.kind === 'conversation' &&
          target.address.conversationId === conversationId,
      ) ?? null,
    sentCard: async (caseId, upn) =>
      sentCards(caseId).findLast((delivery) => viewer(delivery) === upn) ?? null,
    shownCards: async (caseId) =>
      new Map(sentCards(caseId).map((delivery) => [viewer(delivery), delivery.id])),
  };
}

/** An earlier message to the same reader waits for another try. */
function isHeldUp(memory: Memory, delivery: Delivery): boolean {
  const all = [...memory.deliveries.values()];
  const lane = (known: Delivery) =>
    known.target.kind === 'person' ? known.target.upn : known.target.address.conversationId;
  return all
    .slice(
      0,
      all.findIndex(({ id }) => id === delivery.id),
    )
    .some(
      (earlier) =>
        lane(earlier) === lane(delivery) &&
        earlier.status === 'pending' &&
        earlier.notBefore !== null &&
        earlier.attempts < 6,
    );
}

function createContacts(memory: Memory): ContactStore {
  return {
    async save(contact) {
      memory.contacts.set(contact.upn, contact);
    },
    get: async (upn) => memory.contacts.get(upn) ?? null,
    async markUnreachable(upn) {
      const contact = memory.contacts.get(upn);
      if (contact) memory.contacts.set(upn, { ...contact, reachable: false });
    },
  };
}

function createKnowledge(memory: Memory): KnowledgeStore {
  return {
    async keepQuestion(question) {
      memory.questions.push(question);
    },
    unansweredQuestions: async (limit) => memory.questions.slice(-limit).reverse(),
    async addOutcome(outcome) {
      memory.outcomes.push(outcome);
    },
    async suggestSymptom(suggestion) {
      memory.suggestions.push(suggestion);
    },
    async addSymptom(suggestion) {
      const isKnown = ({ noteId, key }: NewSuggestion) =>
        noteId === suggestion.noteId && key === suggestion.key;
      if (memory.addedSymptoms.some(isKnown)) return false;
      memory.addedSymptoms.push(suggestion);
      return true;
    },
    outcomes: async (noteId) => memory.outcomes.filter((outcome) => outcome.noteId === noteId),
    reminders: async () => [...memory.reminders.values()],
    async keepReminder(reminder) {
      memory.reminders.set(reminder.noteId, reminder);
    },
    async confirmNote(confirmation) {
      memory.confirmations.push(confirmation);
    },
  };
}

function createAttachments(): AttachmentStore {
  const kept = new Map<string, StoredAttachment>();
  return {
    async add(attachment) {
      if (!kept.has(attachment.id)) kept.set(attachment.id, attachment);
    },
    async forget(before) {
      const old = [...kept.values()].filter(({ at }) => at < before);
      for (const { id } of old) kept.delete(id);
      return old.length;
    },
    get: async (id) => kept.get(id) ?? null,
  };
}

function createJobs(memory: Memory): JobQueue {
  return {
    async enqueue(job, options) {
      memory.jobs.push({ job, startAfter: options?.startAfter ?? null });
    },
  };
}

function createRota(memory: Memory): RotaStore {
  return {
    async change({ upn, change }) {
      const known = memory.technicians.get(upn);
      if (known === undefined) throw new NotFound(`technician ${upn}`);
      const changed = change(known);
      memory.technicians.set(upn, changed);
      return changed;
    },
  };
}
