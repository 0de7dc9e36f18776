import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { Grade, PriorityLevel } from '#bot/desk/priority.ts';
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
});

/** What the `data` column of a case holds. */
const CaseData = z.object({
  state: z.enum(['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled']),
  holdReason: z
    .enum(['awaiting-requester', 'awaiting-contractor', 'awaiting-part', 'awaiting-access'])
    .nullable(),
  type: z.enum(['incident', 'service-request']),
  priority: z.object({ impact: Grade, urgency: Grade, level: PriorityLevel, hazard: z.boolean() }),
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

const eventKinds = [
  'opened',
  'offered',
  'undeliverable',
  'accepted',
  'declined',
  'not-acknowledged',
  'passed-on',
  'escalated',
  'sent-to-contractor',
  'contractor-failed',
  'alerted',
  'alert-failed',
  'promised',
  'on-site',
  'on-hold',
  'resumed',
  'asked-requester',
  'told-requester',
  'requester-answered',
  'detail-added',
  'joined',
  'resolved',
  'confirmed',
  'reopened',
  'closed',
  'cancelled',
  'secret-fact-shown',
  'note-confirmed',
  'note-corrected',
] as const satisfies readonly CaseEventKind[];

/** A row of `case_events`. */
export const CaseEventRow: z.ZodType<CaseEvent> = z
  .object({
    case_id: text,
    at: z.date(),
    kind: z.enum(eventKinds),
    actor: text,
    data: z.record(text, z.unknown()),
  })
  .transform(({ case_id, ...rest }) => ({ caseId: case_id, ...rest }));

/** A row of `offers`. */
export const OfferRow: z.ZodType<Offer> = z
  .object({
    id: text,
    case_id: text,
    to_kind: AssigneeKind,
    to_id: text,
    status: z.enum(['offered', 'accepted', 'declined', 'expired', 'undeliverable', 'withdrawn']),
    offered_at: z.date(),
    acknowledge_by: z.date().nullable(),
    answered_at: z.date().nullable(),
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
