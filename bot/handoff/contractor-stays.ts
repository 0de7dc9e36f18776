import { guessBounceReason } from './bounce-reason.ts';
import { type Case, isOpen } from './case.ts';
import type { Bounce, ContractorStay } from './case-record.ts';

/** Every stretch of time in which a contractor had the case, oldest first; those of before stays were kept as well. */
export function staysOf(item: Case): readonly ContractorStay[] {
  if (item.contractorStays !== undefined) return item.contractorStays;
  const { assignee, contractorSince } = item;
  if (assignee?.kind !== 'contractor' || contractorSince === undefined) return [];
  const isThere = isOpen(item.state);
  const to = isThere ? null : (item.resolvedAt ?? item.updatedAt);
  return [
    {
      contractorId: assignee.id,
      from: contractorSince,
      heardAt: null,
      to,
      ended: isThere ? null : 'resolved',
    },
  ];
}

/** What a change of the case means for the time that a contractor has it. */
export function keepStays(before: Case, after: Case, at: Date): readonly ContractorStay[] {
  const known = after.contractorStays ?? staysOf(before);
  const was = holderOf(before);
  const is = holderOf(after);
  const saidAt = whenSaid(before, after);
  const heard = known.map((stay) => (stay.to === null ? hear(stay, saidAt, at) : stay));
  if (was === is) return heard;
  const over = heard.map((stay) => (stay.to === null ? end(stay, before, after, at) : stay));
  return is === null ? over : [...over, { contractorId: is, from: at, heardAt: null, to: null, ended: null }];
}

/** It is sent back: their time ends when they said so. The case itself still stands with them. */
export function withBounce(item: Case, bounce: Bounce): Case {
  const contractorStays = staysOf(item).map((stay): ContractorStay => {
    if (stay.to !== null) return stay;
    const to = within(bounce.at, stay.from, bounce.at);
    return { ...stay, heardAt: stay.heardAt ?? to, to, ended: 'returned', bounce };
  });
  return { ...item, contractorStays };
}

/** Why they sent it back came a moment after it. What somebody else wrote of it stands. */
export function withBounceWords(item: Case, words: string): Case {
  const contractorStays = staysOf(item).map((stay, n, all): ContractorStay => {
    const { bounce } = stay;
    if (n < all.length - 1 || bounce === undefined || bounce.words !== null) return stay;
    const reason = bounce.byUpn === null ? guessBounceReason(words) : bounce.reason;
    return { ...stay, bounce: { ...bounce, words, reason } };
  });
  return { ...item, contractorStays };
}

/** The contractor who has an open case. */
function holderOf({ state, assignee }: Case): string | null {
  return isOpen(state) && assignee?.kind === 'contractor' ? assignee.id : null;
}

/** When they said what this change brings, by their clock; null: it brings nothing of theirs. */
function whenSaid(before: Case, after: Case): Date | null {
  const said = ({ packet }: Case) => packet.dialogue.filter(({ who }) => who === 'contractor');
  const words = said(after);
  if (words.length > said(before).length) return words.at(-1)?.at ?? null;
  const { contractorState } = after;
  const isNew = contractorState !== undefined && contractorState !== before.contractorState;
  // That it was received may be a machine's answer.
  return isNew && contractorState.state !== 'received' ? contractorState.at : null;
}

function hear(stay: ContractorStay, saidAt: Date | null, at: Date): ContractorStay {
  return stay.heardAt === null && saidAt !== null
    ? { ...stay, heardAt: within(saidAt, stay.from, at) }
    : stay;
}

function end(stay: ContractorStay, before: Case, after: Case, at: Date): ContractorStay {
  const isSolved = after.state === 'resolved' || after.state === 'closed';
  const { contractorState } = after;
  const byThem = isSolved && contractorState !== undefined && contractorState !== before.contractorState;
  // Asking takes minutes, an outage hours: neither is their time.
  const to = byThem ? within(contractorState.at, stay.from, at) : at;
  const ended = isSolved ? 'resolved' : after.state === 'cancelled' ? 'cancelled' : 'taken-back';
  return { ...stay, to, ended };
}

/** Their clock may be wrong; ours says what is possible. */
function within(said: Date, from: Date, at: Date): Date {
  return said < from ? from : said > at ? at : said;
}
