import type { InvokeResponse } from 'botbuilder';
import { createSpeaker } from '#bot/i18n/speaker.ts';
import type { ReportAnswer, SearchAnswer } from '#bot/reply/beyond-chat.ts';
import { reportCard, sayEnd } from './cards/report-form-card.ts';
import { previewOf, sharedCard } from './cards/shared-card.ts';
import type { RenderOptions } from './render-reply.ts';

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

/** The dialog: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
export function answerForm(answer: ReportAnswer, options: RenderOptions, isFirst: boolean): InvokeResponse {
  const speaker = createSpeaker({ language: answer.language, timezone: options.timezone, now: options.now });
  if (isFirst && answer.kind !== 'report-form')
    return ok({ task: { type: 'message', value: sayEnd(answer, speaker).join(' ') } });
  const content = reportCard(answer, speaker, picturesOf(options));
  const value = {
    title: speaker.say.beyond.form.title,
    width: 'medium',
    height: answer.kind === 'report-form' ? 'large' : 'small',
    card: { contentType: adaptiveCard, content },
  };
  return ok({ task: { type: 'continue', value } });
}

/** The list: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
export function answerSearch(answer: SearchAnswer, options: RenderOptions, skip: number): InvokeResponse {
  const speaker = createSpeaker({ language: answer.language, timezone: options.timezone, now: options.now });
  const { search, reference } = speaker.say.beyond;
  if (answer.kind === 'search-refused') {
    const code = answer.reference === null ? [] : [reference(answer.reference)];
    return ok(toMessage([search[answer.reason], ...code].join(' ')));
  }
  if (answer.items.length === 0) return ok(toMessage(skip > 0 ? search.noMore : nothing(answer, search)));
  const attachments = answer.items.map((item) => {
    const { title, text } = previewOf(item, speaker);
    return {
      contentType: adaptiveCard,
      content: sharedCard(item, speaker, picturesOf(options)),
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: asHtml(title), text: asHtml(text) },
      },
    };
  });
  return ok({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });
}

function nothing(
  { what, byWords }: Extract<SearchAnswer, { kind: 'found' }>,
  say: { noCases: string; noCasesFor: string; noNotes: string; noNotesFor: string },
): string {
  if (what === 'my-cases') return byWords ? say.noCasesFor : say.noCases;
  return byWords ? say.noNotesFor : say.noNotes;
}

function toMessage(text: string) {
  return { composeExtension: { type: 'message', text } };
}

function ok(body: object): InvokeResponse {
  return { status: 200, body };
}

/** What others read has no links into the tab or to files of a case. */
function picturesOf({ pictureUrl }: RenderOptions) {
  return pictureUrl ? { pictureUrl } : {};
}

/** A preview's words are read as HTML. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
