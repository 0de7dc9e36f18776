import { isDeepStrictEqual } from 'node:util';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { TurnResult } from '#bot/conversation/turn-result.ts';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope, ReplyLanguage } from '#bot/reply/reply.ts';
import { answerPress } from './answer-press.ts';
import type { ParsedActivity } from './parse-activity.ts';
import type { TeamsChannelPorts } from './teams-channel-ports.ts';

type Message = Extract<ParsedActivity, { kind: 'message' }>;
type Refused = Extract<ParsedActivity, { kind: 'refused' }>;

export type TurnPorts = Pick<
  TeamsChannelPorts,
  'receive' | 'uninstalled' | 'render' | 'language' | 'logger'
> & {
  readonly notifier: Notifier;
  readonly showTyping: (address: ConversationAddress) => void;
};

/** One authenticated activity, from its parsed form to what it is answered with. */
export function createTurn(ports: TurnPorts) {
  return async (parsed: ParsedActivity, context: TurnContext, reference: string): Promise<void> => {
    switch (parsed.kind) {
      case 'message':
        return takeMessage(ports, parsed, context, reference);
      case 'uninstalled':
        return ports.uninstalled({ from: parsed.from, address: parsed.address });
      case 'ignored':
        ports.logger.debug({ reference, reason: parsed.reason }, 'activity ignored');
        return;
      case 'refused':
        ports.logger.warn({ reference, reason: parsed.reason, fields: parsed.fields }, 'activity refused');
        return tellProblem(ports, parsed, context, 'unreadable', reference);
    }
  };
}

async function takeMessage(
  ports: TurnPorts,
  parsed: Message,
  context: TurnContext,
  reference: string,
): Promise<void> {
  const { message } = parsed;
  // Teams shows by itself that a card's press is under way.
  if (!parsed.invoke && !message.installed) ports.showTyping(message.address);
  let result: Awaited<ReturnType<TurnPorts['receive']>>;
  try {
    result = await ports.receive(message);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown';
    ports.logger.error({ reference, activityId: message.id, error: cause }, 'message failed');
    const who = { address: message.address, locale: message.locale, invoke: parsed.invoke };
    return tellProblem(ports, who, context, 'failed', reference);
  }
  return message.press ? answer(ports, parsed, context, replacement(result)) : undefined;
}

/** What takes the card's place; null when the answer is a message of its own, which the outbox sends. */
function replacement(result: Pick<TurnResult, 'pressAnswer' | 'replies'>): Envelope | null {
  const { pressAnswer, replies } = result;
  const saidAnyway = replies.some((reply) => isDeepStrictEqual(reply.content, pressAnswer?.content));
  return saidAnyway ? null : pressAnswer;
}

async function answer(
  ports: TurnPorts,
  parsed: Message,
  context: TurnContext,
  envelope: Envelope | null,
): Promise<void> {
  if (parsed.invoke) return answerInvoke(context, envelope && ports.render(envelope));
  if (envelope === null) return;
  const replaces = ports.render(envelope).card ? parsed.cardId : null;
  await ports.notifier.send({ address: parsed.message.address, envelope, replaces });
}

async function answerInvoke(
  context: TurnContext,
  rendered: Parameters<typeof answerPress>[0],
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answerPress(rendered) });
}

/** A plain sentence, the next step and a reference: whatever went wrong, the person hears of it. */
async function tellProblem(
  ports: TurnPorts,
  who: Pick<Refused, 'address' | 'locale' | 'invoke'>,
  context: TurnContext,
  reason: 'unreadable' | 'failed',
  reference: string,
): Promise<void> {
  const language = readLanguage(who.locale) ?? ports.language();
  const envelope: Envelope = { language, introduce: false, content: { kind: 'problem', reason, reference } };
  if (who.invoke) return answerInvoke(context, ports.render(envelope));
  if (who.address) await ports.notifier.send({ address: who.address, envelope, replaces: null });
}

function readLanguage(locale: string | null): ReplyLanguage | null {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'sv' || language === 'en' ? language : null;
}
