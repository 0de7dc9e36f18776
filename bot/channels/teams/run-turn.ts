import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import { replacementOf } from '#bot/conversation/turn-result.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { withRefresh } from './cards/refresh.ts';
import type { FileSource } from './fetch-file.ts';
import type { ParsedActivity } from './parse-activity.ts';
import type { RenderedMessage } from './render-reply.ts';
import { runExtension } from './run-extension.ts';
import type { TeamsChannelPorts } from './teams-channel-ports.ts';
import { type Asker, answerInvoke, problem, sentWithin, tellProblem } from './tell-problem.ts';
import { within } from './within.ts';

type Message = Extract<ParsedActivity, { kind: 'message' }>;

export type TurnPorts = Pick<
  TeamsChannelPorts,
  | 'receive'
  | 'keepSafe'
  | 'wait'
  | 'uninstalled'
  | 'feedback'
  | 'render'
  | 'language'
  | 'logger'
  | 'deadlines'
  | 'beyond'
> & {
  readonly notifier: Notifier;
  /** Fetches what came along with a message. */
  readonly bringFiles: (
    message: IncomingMessage,
    files: readonly (FileSource | null)[],
  ) => Promise<IncomingMessage>;
  readonly showTyping: (address: ConversationAddress) => void;
  /** Sees to it that this goes on after the turn, and that its failure is logged. */
  readonly later: (work: Promise<unknown>) => void;
};

/**
 * Milliseconds. A card shows that something went wrong after 10 to 15 s, and a message comes again after 15 s:
 * https://github.com/MicrosoftDocs/msteams-docs/issues/13460, https://github.com/MicrosoftDocs/msteams-docs/issues/6084
 */
const usualDeadlines = {
  typing: 400,
  pressAnswered: 6_000,
  messageAnswered: 10_000,
  extensionAnswered: 4_000,
};
/** How long Teams can wait yet, while what takes long is made safe. */
const keptWithin = 2_000;
/** While Teams does not take what was promised. */
const pausesBetween = [2_000, 5_000, 10_000, 20_000];
/** Teams takes the sign away by itself after a few seconds. */
const typingLasts = 4_000;

/** One authenticated activity, from its parsed form to what it is answered with. */
export function createTurn(ports: TurnPorts) {
  return async (parsed: ParsedActivity, context: TurnContext, reference: string): Promise<void> => {
    switch (parsed.kind) {
      case 'message':
        return takeMessage(ports, parsed, context, reference);
      case 'uninstalled':
        return ports.uninstalled({ from: parsed.from, address: parsed.address });
      case 'feedback':
        return takeFeedback(ports, parsed, context, reference);
      case 'extension':
        return takeExtension(ports, parsed, context, reference);
      case 'ignored':
        ports.logger.debug({ reference, reason: parsed.reason }, 'activity ignored');
        return;
      case 'refused':
        ports.logger.warn({ reference, reason: parsed.reason, fields: parsed.fields }, 'activity refused');
        return tellProblem(ports, parsed, context, 'unreadable', reference);
    }
  };
}

/** Where nothing stands behind it, Teams says so itself, as for every invoke that is not answered. */
async function takeExtension(
  ports: TurnPorts,
  { request }: Extract<ParsedActivity, { kind: 'extension' }>,
  context: TurnContext,
  reference: string,
): Promise<void> {
  const { beyond, language, logger, later } = ports;
  const patience = ports.deadlines?.extensionAnswered ?? usualDeadlines.extensionAnswered;
  if (beyond) return runExtension({ beyond, language, logger, later, patience }, request, context, reference);
}

/** Teams takes no other answer to a thumb than an empty one, and shows an error for any other. */
async function takeFeedback(
  ports: TurnPorts,
  { feedback, invoke }: Extract<ParsedActivity, { kind: 'feedback' }>,
  context: TurnContext,
  reference: string,
): Promise<void> {
  const complain = (error: unknown) =>
    ports.logger.error({ reference, error: error instanceof Error ? error.message : '' }, 'feedback lost');
  if (feedback) ports.later(ports.feedback(feedback).catch(complain));
  const value = { status: 200, body: {} };
  if (invoke) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

/**
 * Teams wants to be answered: a press within some ten seconds, a message before it sends it again. What takes
 * longer is kept first, then goes on, and what comes of it is said on the bot's own accord.
 */
async function takeMessage(
  ports: TurnPorts,
  parsed: Message,
  context: TurnContext,
  reference: string,
): Promise<void> {
  const { message, invoke } = parsed;
  const { pressAnswered, messageAnswered, typing } = { ...usualDeadlines, ...ports.deadlines };
  const work = receive(ports, parsed, reference);
  // Teams shows by itself that a card's press is under way.
  if (!invoke && !message.installed && !message.revises)
    typeUntil(work, typing, () => ports.showTyping(message.address));
  const turn = await within(work, invoke ? pressAnswered : messageAnswered);
  if (!turn.late) return answer(ports, parsed, context, turn.value, reference);
  ports.logger.warn({ reference, activityId: message.id }, 'a turn takes long; it goes on');
  const { isSafe, ended } = await makeSafe(ports, message, work);
  const said = ended.then((end) => end && sayLate(ports, parsed, end, reference));
  if (isSafe || invoke) {
    ports.later(said);
    if (invoke) await tellProblem(ports, whoSent(parsed), context, isSafe ? 'slow' : 'failed', reference);
    return;
  }
  // Nobody but this process knows of it: Teams shall send it again if nothing comes of it here.
  await said;
}

type Made = {
  readonly isSafe: boolean;
  /** Null: it failed, and is answered by whoever takes it up. */
  readonly ended: Promise<Ended | null>;
};

/** Keeps what takes long, so that it is answered even if this process dies after Teams was told that it was taken. */
async function makeSafe(
  ports: Pick<TurnPorts, 'keepSafe'>,
  message: IncomingMessage,
  work: Promise<Ended>,
): Promise<Made> {
  if (ports.keepSafe === undefined) return { isSafe: true, ended: work };
  const keeping = ports.keepSafe(message);
  const ended = (async () => {
    const end = await work;
    const safe = await keeping;
    await safe?.release();
    return end.failed && safe ? null : end;
  })();
  const kept = await within(keeping, keptWithin);
  return { isSafe: !kept.late && kept.value !== null, ended };
}

/** A reply that comes at once needs no sign before it, which could even come after it and stay. */
function typeUntil(work: Promise<unknown>, first: number, show: () => void): void {
  let timer = setTimeout(function again() {
    show();
    timer = setTimeout(again, typingLasts);
  }, first);
  void work.finally(() => clearTimeout(timer));
}

type Ended = { readonly failed: true } | { readonly failed: false; readonly replacement: Envelope | null };

async function receive(ports: TurnPorts, parsed: Message, reference: string): Promise<Ended> {
  const { message } = parsed;
  try {
    const result = await ports.receive(await ports.bringFiles(message, parsed.files));
    return { failed: false, replacement: message.press ? replacementOf(result) : null };
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unknown';
    ports.logger.error({ reference, activityId: message.id, error: cause }, 'message failed');
    return { failed: true };
  }
}

async function answer(
  ports: TurnPorts,
  parsed: Message,
  context: TurnContext,
  ended: Ended,
  reference: string,
): Promise<void> {
  // Nobody else knows that it was said: where they cannot be told that it failed, Teams shall send it again.
  if (ended.failed && !parsed.invoke) return sayLate(ports, parsed, ended, reference);
  if (ended.failed) return tellProblem(ports, whoSent(parsed), context, 'failed', reference);
  const envelope = ended.replacement;
  if (parsed.invoke) return answerInvoke(context, envelope && renderFor(ports, envelope, parsed));
  if (envelope === null) return;
  const sending = sendReplacement(ports, parsed, envelope);
  if ((await within(sending, sentWithin)).late) ports.later(sending);
}

function renderFor(ports: TurnPorts, envelope: Envelope, { message }: Message): RenderedMessage {
  const rendered = ports.render(envelope);
  return { ...rendered, card: rendered.card && withRefresh(rendered.card, envelope, message.address.userId) };
}

/** Beside what the press, or the message, is answered with. @throws when Teams does not take it in the end. */
async function sayLate(ports: TurnPorts, parsed: Message, ended: Ended, reference: string): Promise<void> {
  const envelope = ended.failed ? problem(ports, parsed.message, 'failed', reference) : ended.replacement;
  if (envelope !== null) await sendSurely(ports, parsed, envelope);
}

async function sendReplacement(ports: TurnPorts, parsed: Message, envelope: Envelope): Promise<void> {
  const replaces = ports.render(envelope).card ? parsed.cardId : null;
  await ports.notifier.send({ address: parsed.message.address, envelope, replaces });
}

/** No outbox has it, and it was promised. */
async function sendSurely(ports: TurnPorts, parsed: Message, envelope: Envelope): Promise<void> {
  for (const pause of pausesBetween) {
    try {
      return await sendReplacement(ports, parsed, envelope);
    } catch (error) {
      if (!(error instanceof OutsideSystemFailed && error.retryable)) throw error;
      await ports.wait(pause);
    }
  }
  await sendReplacement(ports, parsed, envelope);
}

function whoSent({ message, invoke }: Message): Asker {
  return { address: message.address, locale: message.locale, invoke };
}
