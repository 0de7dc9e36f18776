import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { Grade, PriorityLevel } from '#bot/desk/priority.ts';
import { bounceReasons } from '#bot/handoff/bounce-reason.ts';
import type { Case, CaseEvent, CaseEventKind, Offer } from '#bot/handoff/case.ts';

/** An instant inside jsonb. */
export const Instant = z.iso.datetime().transform((text) => new Date(text));
const text = z.string();
const maybeText = z.string().nullable();

export const Attempt = z.object({
  at: Instant,
  noteId: text,
  noteTitle: text,
  outcome: z.enum(['not-solved', 'shown', 'already-tried']),
});

export const DialogueLine = z.object({
  at: Instant,
  who: z.enum(['requester', 'vaktis', 'technician', 'contractor']),
  name: text,
  text,
  messageId: text.exactOptional(),
});

export const AttachmentName = z.object({
  name: text,
  contentType: text,
  id: text.exactOptional(),
  size: z.number().exactOptional(),
  lost: z.boolean().exactOptional(),
});

const AssigneeKind = z.enum(['technician', 'contractor', 'dispatcher']);
const Assignee = z.object({ kind: AssigneeKind, id: text });

const Packet = z.object({
  requester: z.object({ upn: text, name: text, title: maybeText, phone: maybeText }),
  site: z
    .object({
      id: text,
      name: text,
      address: maybeText,
      phone: maybeText,
      visitHours: maybeText,
      visitNotes: maybeText,
      facts: z.record(text, text),
      secretFacts: z.array(text),
    })
    .nullable(),
  device: maybeText,
  symptom: text,
  since: maybeText,
  affected: maybeText,
  attempts: z.array(Attempt),
  notesShown: z.array(text),
  technicianNotes: z.array(text),
  dialogue: z.array(DialogueLine),
  attachments: z.array(AttachmentName),
  classificationReason: text,
  language: maybeText,
  withheld: z.array(text),
  reportedBy: z.object({ upn: text, name: text, rewritten: z.boolean() }).exactOptional(),
  machine: z
    .object({
      at: Instant,
      model: text,
      prompts: z.array(text),
      summary: maybeText,
      translation: maybeText,
      suggestion: maybeText,
    })
    .exactOptional(),
});

const PriorityData = z.object({ impact: Grade, urgency: Grade, level: PriorityLevel, hazard: z.boolean() });
const HoldReason = z.enum(['awaiting-requester', 'awaiting-contractor', 'awaiting-part', 'awaiting-access']);

/** See CaseRecord: all of it may be missing. */
const record = {
  promises: z
    .array(
      z.object({
        at: Instant,
        byUpn: text,
        madeAt: Instant,
        how: z.enum(['estimated', 'said']),
        outcome: z.enum(['kept', 'late', 'changed', 'given-up']).nullable(),
        settledAt: Instant.nullable(),
      }),
    )
    .exactOptional(),
  holds: z.array(z.object({ reason: HoldReason, from: Instant, to: Instant.nullable() })).exactOptional(),
  respondedAt: Instant.exactOptional(),
  overdueToldAt: Instant.exactOptional(),
  contractorSince: Instant.exactOptional(),
  contractorState: z
    .object({
      state: z.enum(['received', 'in-progress', 'waiting', 'resolved', 'closed', 'returned']),
      theirs: text,
      at: Instant,
    })
    .exactOptional(),
  reopenedAt: Instant.exactOptional(),
  contractorStays: z
    .array(
      z.object({
        contractorId: text,
        from: Instant,
        heardAt: Instant.nullable(),
        to: Instant.nullable(),
        ended: z.enum(['resolved', 'returned', 'taken-back', 'cancelled']).nullable(),
        bounce: z
          .object({ at: Instant, reason: z.enum(bounceReasons), words: maybeText, byUpn: maybeText })
          .exactOptional(),
      }),
    )
    .exactOptional(),
  reports: z
    .array(
      z.object({
        upn: text,
        at: Instant,
        siteId: maybeText,
        packet: Packet,
        priority: PriorityData,
        replyLanguage: z.enum(['sv', 'en']),
        splitInto: maybeText,
        works: z.boolean(),
      }),
    )
    .exactOptional(),
  splitFrom: text.exactOptional(),
  announcement: z.object({ siteIds: z.array(text), text }).exactOptional(),
  couldBeRemote: z.boolean().exactOptional(),
};

/** What the `data` column of a case holds. */
const CaseData = z.object({
  state: z.enum(['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled']),
  ...record,
  holdReason: HoldReason.nullable(),
  type: z.enum(['incident', 'service-request']),
  priority: PriorityData,
  category: Category,
  siteId: maybeText,
  requesterUpn: text,
  reporterUpns: z.array(text),
  replyLanguage: z.enum(['sv', 'en']),
  title: text,
  packet: Packet,
  assignee: Assignee.nullable(),
  offeredTo: Assignee.nullable(),
  promisedAt: Instant.nullable(),
  onSiteAt: Instant.nullable(),
  resolution: maybeText,
  contractorReference: maybeText,
  createdAt: Instant,
  updatedAt: Instant,
  resolvedAt: Instant.nullable(),
});

/** A row of `cases`. */
export const CaseRow: z.ZodType<Case> = z
  .object({ id: text, number: text, version: z.number(), data: CaseData })
  .transform(({ id, number, version, data }) => ({ id, number, version, ...data }));

/** A record, so that a kind that is missing here does not compile: its histories could not be read. */
const eventKinds: Readonly<Record<CaseEventKind, true>> = {
  opened: true,
  offered: true,
  undeliverable: true,
  accepted: true,
  declined: true,
  'not-acknowledged': true,
  'passed-on': true,
  escalated: true,
  'sent-to-contractor': true,
  'contractor-failed': true,
  alerted: true,
  'alert-failed': true,
  'contractor-said': true,
  'contractor-state': true,
  bounced: true,
  'given-back': true,
  'file-sent': true,
  promised: true,
  'on-site': true,
  'on-hold': true,
  resumed: true,
  'asked-requester': true,
  'told-requester': true,
  'requester-answered': true,
  'detail-added': true,
  joined: true,
  resolved: true,
  confirmed: true,
  reopened: true,
  closed: true,
  cancelled: true,
  'secret-fact-shown': true,
  'note-confirmed': true,
  'note-corrected': true,
  'symptom-added': true,
  slipping: true,
  'promise-broken': true,
  'response-overdue': true,
  'contractor-overdue': true,
  'owner-absent': true,
  'split-off': true,
  'works-for-reporter': true,
  reprioritised: true,
  announced: true,
  'note-gone': true,
  'remote-judged': true,
  rescued: true,
};
const EventKind = z.custom<CaseEventKind>(
  (kind) => typeof kind === 'string' && Object.hasOwn(eventKinds, kind),
);

/** A row of `case_events`. */
export const CaseEventRow: z.ZodType<CaseEvent> = z
  .object({
    case_id: text,
    at: z.date(),
    kind: EventKind,
    actor: text,
    data: z.record(text, z.unknown()),
  })
  .transform(({ case_id, ...rest }) => ({ caseId: case_id, ...rest }));

/** A row of `offers`, whose instants are as the driver or as jsonb has them. */
const offerRow = (instant: z.ZodType<Date>): z.ZodType<Offer> =>
  z
    .object({
      id: text,
      case_id: text,
      to_kind: AssigneeKind,
      to_id: text,
      status: z.enum(['offered', 'accepted', 'declined', 'expired', 'undeliverable', 'withdrawn']),
      offered_at: instant,
      acknowledge_by: instant.nullable(),
      answered_at: instant.nullable(),
      reason: maybeText,
    })
    .transform((row) => ({
      id: row.id,
      caseId: row.case_id,
      to: { kind: row.to_kind, id: row.to_id },
      status: row.status,
      offeredAt: row.offered_at,
      acknowledgeBy: row.acknowledge_by,
      answeredAt: row.answered_at,
      reason: row.reason,
    }));
export const OfferRow = offerRow(z.date());
export const OfferJson = offerRow(z.iso.datetime({ offset: true }).transform((at) => new Date(at)));
