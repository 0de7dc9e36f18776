import { renderText } from '#bot/channels/text/render-text.ts';
import { openReply } from '#bot/conversation/open-reply.ts';
import type { Person } from '#bot/desk/person.ts';
import { reasonInWords } from '#bot/i18n/reason-in-words.ts';
import type { OutputWords } from '#bot/insights/evaluation/triage-output.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Reason, Triage } from '#bot/triage/triage-result.ts';

/** The words of an output: reasons in the desk's language, the reply as the person would see it first. */
export function createOutputWords(loaded: LoadedDesk, person: Person, at: Date): OutputWords {
  return { sayReasons, sayReply };

  function sayReasons(reasons: readonly Reason[]): string {
    return reasons.map((reason) => reasonInWords(reason, loaded.desk.settings.language)).join('; ');
  }

  function sayReply(triage: Triage): string {
    const content = openReply(triage, { loaded, person, at, reportId: 'preview', another: false });
    const { timezone } = loaded.desk.settings;
    return renderText({ language: triage.replyLanguage, introduce: false, content }, { timezone, now: at });
  }
}
