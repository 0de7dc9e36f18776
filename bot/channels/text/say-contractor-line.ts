import type { Speaker } from '#bot/i18n/speaker.ts';
import type { CaseNotice, CaseView } from '#bot/reply/reply.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, type Said, said } from './said.ts';

type Waits = Extract<CaseNotice, { event: 'contractor-waiting' }>;

/** For whoever reported it: it has not got through, stays here, and what to do if it is urgent. */
export function sayContractorWaiting(view: CaseView, { name, phone, what }: Waits, { say }: Speaker): Said {
  const { supplier } = say;
  const title = what === 'case' ? supplier.caseWaits(name) : supplier.wordsWait(name);
  return said(title, [
    supplier.stays,
    phone === null ? supplier.urgentNoPhone : supplier.urgent(phone, view.number),
  ]);
}

/** For a dispatcher: who cannot be reached, since when, what waits, and what to do. */
export function sayContractorDown(reply: ReplyOf<'contractor-down'>, speaker: Speaker): Said {
  const { supplier } = speaker.say;
  const { name, why, phone, count } = reply;
  const since = speaker.time(reply.since);
  const title = { system: supplier.down, 'sign-in': supplier.refused, pace: supplier.busy }[why](name);
  const what = {
    system: supplier.downSince,
    'sign-in': supplier.refusedSince,
    pace: supplier.busySince,
  }[why](since);
  return said(title, [
    what,
    why === 'sign-in' ? supplier.renew(variableOf(reply.contractorId)) : '',
    phone === null ? supplier.noPhone : supplier.ring(phone),
    count === 0 ? supplier.nothingWaits : supplier.waiting(count),
    ...waitingLines(reply, speaker),
  ]);
}

function waitingLines({ waiting, count }: ReplyOf<'contractor-down'>, { say }: Speaker): string[] {
  const lines = waiting.map(({ number, title, siteName, urgent }) =>
    bullet(
      [urgent ? say.supplier.hurry : '', say.cases.numberAndTitle(number, title), siteName]
        .filter(Boolean)
        .join(' · '),
    ),
  );
  return count > waiting.length ? [...lines, say.supplier.more(count - waiting.length)] : lines;
}

/** As bot/settings/contractor-settings.ts reads it. */
function variableOf(contractorId: string): string {
  return `VAKTIS_CONTRACTOR_${contractorId.toUpperCase().replaceAll('-', '_')}_SECRET`;
}

export function sayContractorUp(reply: ReplyOf<'contractor-up'>, speaker: Speaker): Said {
  const { supplier } = speaker.say;
  return said(supplier.up(reply.name), [
    supplier.upSince(speaker.time(reply.since)),
    reply.count === 0 ? '' : supplier.sending(reply.count),
  ]);
}
