import type { CaseView, NoteView, PartyView, Reply } from '#bot/reply/reply.ts';

/**
 * What may be said where several read along, in a group chat or a channel. Nobody's own telephone number is in
 * it, and what is for one reader only is not said at all: null.
 */
export function forCompany(reply: Reply): Reply | null {
  switch (reply.kind) {
    case 'case-card':
    case 'secret-fact':
    case 'case-message':
    case 'assigned-cases':
    case 'my-day':
    case 'board':
    case 'announce-question':
    case 'announced':
    case 'slip-question':
    case 'overdue':
    case 'absence-question':
    case 'absence-kept':
    case 'contractor-down':
    case 'contractor-up':
    case 'reported':
      return null;
    case 'duty':
      return { ...reply, away: [], onDuty: reply.onDuty.map(hidePhone), onCall: reply.onCall.map(hidePhone) };
    case 'answer':
      return mayRead(reply.note) ? reply : null;
    case 'note-quote':
    case 'guided-step':
      return reply.technicianOnly === true ? null : reply;
    case 'not-it':
      return reply.note === null || mayRead(reply.note) ? reply : null;
    case 'who-is-technician':
      return { ...reply, technician: withoutPhone(reply.technician) };
    case 'handed-off':
      return { ...reply, case: reply.case && withoutPhones(reply.case), to: withoutPhone(reply.to) };
    case 'status':
      return { ...reply, cases: reply.cases.map(withoutPhones) };
    case 'solved':
    case 'cancelled':
      return { ...reply, case: reply.case && withoutPhones(reply.case) };
    case 'detail-added':
    case 'relayed':
    case 'raised':
    case 'joined':
    case 'reopened':
    case 'case-notice':
      return { ...reply, case: withoutPhones(reply.case) };
    default:
      return reply;
  }
}

function mayRead(note: NoteView): boolean {
  return note.technicianOnly !== true;
}

function withoutPhones(view: CaseView): CaseView {
  return { ...view, assignee: withoutPhone(view.assignee), offeredTo: withoutPhone(view.offeredTo) };
}

function hidePhone(party: PartyView): PartyView {
  return { ...party, phone: null };
}

/** A contractor's number is a desk's, not a person's. */
function withoutPhone(party: PartyView | null): PartyView | null {
  return party === null || party.kind === 'contractor' ? party : { ...party, phone: null };
}
