import type { AttachmentName } from '#bot/handoff/case.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { MaskedKind } from '#bot/triage/triage-result.ts';

/** A button that was pressed. Attacker-controlled: ids are looked up again, rights are checked again. */
export type Press = {
  readonly verb: PressVerb;
  readonly caseId: string | null;
  readonly offerId: string | null;
  readonly reportId: string | null;
  readonly noteId: string | null;
  /**
   * What was chosen: a site id, a category, a technician's upn, the name of a fact, a hold reason, a step's index
   * (from 1). For `promise`: minutes from the press (`15m`), a clock time in the desk's zone (`10:40`), or an instant.
   */
  readonly value: string | null;
  /** What was written into the card's input. */
  readonly text: string | null;
};

export const requesterVerbs = [
  'solved',
  'not-solved',
  'talk-to-person',
  'all-steps',
  'step',
  'choose-site',
  'choose-category',
  'choose-note',
  'status',
  'cancel-case',
  'confirm-resolved',
  'not-resolved',
  'answer-question',
] as const;
export const technicianVerbs = [
  'accept',
  'decline',
  'promise',
  'on-site',
  'resolve',
  'pass-on',
  'not-theirs',
  'ask-requester',
  'tell-requester',
  'hold',
  'resume',
  'show-secret',
  'note-still-true',
  'note-needs-change',
  'confirm-note',
  'correct-note',
  'add-symptom',
  'show-case',
  'my-cases',
  'split',
  'reprioritise',
  'note-gone',
  'could-be-remote',
  'board',
  'announce',
  'approve-row',
  'dismiss-row',
  'confirm-absence',
  'back-at-work',
] as const;
export const pressVerbs = [...requesterVerbs, ...technicianVerbs] as const;
export type RequesterVerb = (typeof requesterVerbs)[number];
export type TechnicianVerb = (typeof technicianVerbs)[number];
export type PressVerb = (typeof pressVerbs)[number];

/** A message of theirs that they changed or took back, by the channel's id of it. */
export type Revision = { readonly messageId: string; readonly how: 'edited' | 'deleted' };

/** One thing that a person did in a channel, already authenticated and checked for shape. */
export type IncomingMessage = {
  /** Unique within the conversation; a second one with the same id has no effect. */
  readonly id: string;
  readonly address: ConversationAddress;
  readonly from: { readonly aadObjectId: string | null; readonly name: string };
  readonly at: Date;
  /** Mentions of the bot removed, trimmed. Empty for a press. */
  readonly text: string;
  /** True when the text was longer than a channel takes and its end is missing. */
  readonly truncated?: boolean;
  /** BCP 47 of the client; null when unknown. */
  readonly locale: string | null;
  readonly attachments: readonly AttachmentName[];
  readonly press: Press | null;
  /** Set when `text` takes the place of what that message said; empty when it was deleted. */
  readonly revises?: Revision;
  /** True when the app was just installed for this person: the answer is the welcome. */
  readonly installed: boolean;
  /**
   * Set when it was kept for later and is now taken up: what was masked when it was kept, and its place among those
   * that wait ('' while it is only being kept).
   */
  readonly waited?: { readonly masked: readonly MaskedKind[]; readonly place: string };
};
