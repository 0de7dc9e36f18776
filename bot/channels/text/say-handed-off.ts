import type { Speaker } from '#bot/i18n/speaker.ts';
import type { PartyView } from '#bot/reply/reply.ts';
import type { ReplyOf } from './reply-of.ts';
import { type Said, said } from './said.ts';

/** Who has it by name, when, the case number, what happens next and whom to ring. */
export function sayHandedOff(reply: ReplyOf<'handed-off'>, speaker: Speaker): Said {
  const { say } = speaker;
  return said(
    say.cases.handedOff.title,
    [
      reply.noNote ? say.cases.noNote : '',
      whoAndWhen(reply, speaker),
      ring(reply, speaker),
      nextLine(reply, speaker),
      say.cases.handedOff.carriesOver,
    ],
    [...(reply.case ? [say.cases.number(reply.case.number)] : []), say.cases.handedOff.addMore],
  );
}

function whoAndWhen({ to, when }: ReplyOf<'handed-off'>, speaker: Speaker): string {
  const { handedOff } = speaker.say.cases;
  if (when.kind === 'escalating') return to ? handedOff.escalating(to.name) : handedOff.escalatingNobody;
  if (!to) return handedOff.nobodyNow;
  return when.kind === 'now' ? hasItNow(to, speaker) : waits(to, when.at, speaker);
}

function hasItNow(to: PartyView, { say }: Speaker): string {
  const { contractorNow, dispatcherNow, technicianNow } = say.cases.handedOff;
  return { contractor: contractorNow, dispatcher: dispatcherNow, technician: technicianNow }[to.kind](
    to.name,
  );
}

function waits(to: PartyView, at: string | null, { say, time }: Speaker): string {
  const { handedOff } = say.cases;
  if (!at) return handedOff.waitsUnknown(to.name);
  return (to.kind === 'contractor' ? handedOff.contractorWaits : handedOff.waitsUntil)(to.name, time(at));
}

/** A number whenever it cannot wait, and the contractor's for those who would rather ring. */
function ring({ to, when }: ReplyOf<'handed-off'>, { say }: Speaker): string {
  const { handedOff } = say.cases;
  if (to?.phone && (when.kind === 'escalating' || to.kind === 'contractor')) {
    return handedOff.ring(to.name, to.phone);
  }
  return when.kind === 'escalating' ? handedOff.noPhone : '';
}

function nextLine(reply: ReplyOf<'handed-off'>, { say, time }: Speaker): string {
  const { to, when } = reply;
  if (to?.kind === 'contractor' && when.kind !== 'escalating') return '';
  const answerBy = reply.case?.answerBy;
  return answerBy === undefined
    ? say.cases.handedOff.tellWhenTaken
    : say.cases.handedOff.tellBy(time(answerBy));
}
