import { factInWords } from '#bot/i18n/opening-hours-in-words.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, capitalise, type Said, said } from './said.ts';
import { statusLine } from './say-cases.ts';

/** The value is never part of it: plain text ends up in logs, summaries and notifications. */
export function saySecretFact(reply: ReplyOf<'secret-fact'>, { say, language }: Speaker): Said {
  const name = capitalise(factInWords(reply.name, language));
  return said(
    say.technician.secretTitle(reply.caseNumber, reply.siteName),
    [],
    [say.technician.secretHidden(name)],
  );
}

export function sayCaseMessage(reply: ReplyOf<'case-message'>, { say }: Speaker): Said {
  return said(say.technician.messageFrom(reply.from, reply.case.number), [
    raisedLine(reply, say),
    reply.text,
  ]);
}

/** That these words made it more urgent, and how much. */
export function raisedLine({ raised }: ReplyOf<'case-message'>, say: Speaker['say']): string {
  const { priority } = say.words;
  return raised ? say.technician.raised(priority[raised.from], priority[raised.to]) : '';
}

export function sayAssignedCases(reply: ReplyOf<'assigned-cases'>, speaker: Speaker): Said {
  const { say } = speaker;
  if (reply.cases.length === 0) return said(null, [say.technician.noCases]);
  const lines = reply.cases.flatMap((view) => [
    say.cases.numberAndTitle(view.number, view.title),
    bullet([view.siteName, statusLine(view, speaker)].filter(Boolean).join(' · ')),
  ]);
  return said(say.technician.casesTitle, [], lines);
}

export function sayPressOutcome(reply: ReplyOf<'press-outcome'>, { say }: Speaker): Said {
  const number = reply.caseNumber ? [say.technician.pressNumber(reply.caseNumber)] : [];
  return said(null, [[...number, outcomeWords(reply, say)].join(' ')]);
}

function outcomeWords({ outcome, by }: ReplyOf<'press-outcome'>, say: Speaker['say']): string {
  if (by && outcome === 'taken') return say.technician.takenBy(by);
  if (by && outcome === 'not-yours') return say.technician.belongsTo(by);
  return say.technician.press[outcome];
}
