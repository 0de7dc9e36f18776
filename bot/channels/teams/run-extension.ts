import { ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { BeyondChat } from '#bot/conversation/beyond-chat/ports.ts';
import type { Logger } from '#bot/logger.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { answerForm, answerSearch } from './answer-extension.ts';
import type { ExtensionRequest } from './parse-extension.ts';
import type { RenderOptions } from './render-reply.ts';
import { within } from './within.ts';

/** What a message extension needs of the house. */
export type ExtensionPorts = {
  readonly chat: BeyondChat;
  readonly options: () => RenderOptions;
};

type Around = {
  readonly beyond: ExtensionPorts;
  readonly language: () => ReplyLanguage;
  readonly logger: Logger;
  readonly later: (work: Promise<unknown>) => void;
  /** Milliseconds; Teams gives up on an extension after five seconds or so. */
  readonly patience: number;
};

/** Always answers; what takes longer goes on, and its teller says so. */
export async function runExtension(
  around: Around,
  request: ExtensionRequest,
  context: TurnContext,
  reference: string,
): Promise<void> {
  const work = answer(around, request, reference);
  const done = await within(work, around.patience);
  if (done.late) around.later(work);
  const value = done.late ? late(around, request) : done.value;
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

async function answer(around: Around, request: ExtensionRequest, reference: string): Promise<InvokeResponse> {
  const { chat, options } = around.beyond;
  try {
    if (request.kind === 'open-form')
      return answerForm(await chat.openForm(request.request), options(), true);
    if (request.kind === 'submit-form')
      return answerForm(await chat.submitForm(request.submission), options(), false);
    return answerSearch(await chat.search(request.request), options(), request.request.skip);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown';
    around.logger.error({ reference, kind: request.kind, error: cause }, 'extension failed');
    return refuse(around, request, 'failed', reference);
  }
}

/** Only a form that was sent goes on by itself. */
function late(around: Around, request: ExtensionRequest): InvokeResponse {
  return refuse(around, request, request.kind === 'submit-form' ? 'slow' : 'failed', null);
}

function refuse(
  { beyond, language }: Around,
  request: ExtensionRequest,
  reason: 'failed' | 'slow',
  reference: string | null,
): InvokeResponse {
  const common = { language: language(), reference } as const;
  const options = beyond.options();
  if (request.kind === 'search')
    return answerSearch({ ...common, kind: 'search-refused', reason: 'failed' }, options, 0);
  return answerForm({ ...common, kind: 'report-refused', reason }, options, request.kind === 'open-form');
}
