import { caseTalkedAbout } from './case-talk.ts';
import type { Report } from './conversation-state.ts';
import { answerReply, openReply } from './open-reply.ts';
import type { Stores } from './stores.ts';
import { tellStatus } from './talk-about-case.ts';
import { matterOfTriage, type Outcome, outcomeOf, type Turn, triageReport } from './turn.ts';

/** "In English, please": from now on, and the last thing said once more. */
export async function switchLanguage(turn: Turn, stores: Stores, report: Report | null): Promise<Outcome> {
  const language = turn.intents.has('ask-english') ? 'en' : 'sv';
  const state = { ...turn.state, language, languageAsked: true } as const;
  const said = report === null ? await sayCaseAgain(turn, stores) : sayReportAgain(turn, report);
  return { ...said, state, language };
}

async function sayCaseAgain(turn: Turn, stores: Stores): Promise<Outcome> {
  return caseTalkedAbout(turn) === null
    ? outcomeOf(turn, { replies: [{ kind: 'help' }] })
    : tellStatus(turn, stores);
}

function sayReportAgain(turn: Turn, report: Report): Outcome {
  const latest = report.shownNoteIds.at(-1);
  const triage = triageReport(turn, {
    ...report,
    shownNoteIds: report.shownNoteIds.filter((id) => id !== latest),
  });
  const { loaded, person, at } = turn;
  const context = { loaded, person, at, reportId: report.id, another: report.attempts.length > 1 };
  const shown = latest === undefined ? null : loaded.notes.get(latest);
  const reply =
    shown === null
      ? openReply(triage, context)
      : answerReply(
          { ...triage, notes: [{ note: shown, score: 1, stale: false, currentOutage: false }] },
          context,
        );
  return outcomeOf(turn, {
    replies: reply === null ? [] : [reply],
    decision: shown === null ? triage.decision : 'answer',
    triage,
    matter: matterOfTriage(triage),
  });
}
