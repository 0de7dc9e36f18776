import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { Envelope, ReplyLanguage } from '#bot/reply/reply.ts';
import { answerPress } from './answer-press.ts';
import type { ParsedActivity } from './parse-activity.ts';
import type { TeamsChannelPorts } from './teams-channel-ports.ts';
import { within } from './within.ts';

/** Whoever sent what went wrong. */
export type Asker = Pick<Extract<ParsedActivity, { kind: 'refused' }>, 'address' | 'locale' | 'invoke'>;

export type ProblemPorts = Pick<TeamsChannelPorts, 'render' | 'language'> & {
  readonly notifier: Notifier;
  readonly later: (work: Promise<unknown>) => void;
};

/** Milliseconds that a turn waits for what it says itself; sending goes on after that. */
export const sentWithin = 3_000;

/** What a press is answered with. */
export async function answerInvoke(
  context: TurnContext,
  rendered: Parameters<typeof answerPress>[0],
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answerPress(rendered) });
}

/** A plain sentence, the next step and a reference: whatever went wrong, the person hears of it. */
export async function tellProblem(
  ports: ProblemPorts,
  who: Asker,
  context: TurnContext,
  reason: ProblemReason,
  reference: string,
): Promise<void> {
  const envelope = problem(ports, who, reason, reference);
  if (who.invoke) return answerInvoke(context, ports.render(envelope));
  if (!who.address) return;
  const sending = ports.notifier.send({ address: who.address, envelope, replaces: null });
  if ((await within(sending, sentWithin)).late) ports.later(sending);
}

type ProblemReason = 'unreadable' | 'failed' | 'slow';

export function problem(
  ports: Pick<ProblemPorts, 'language'>,
  { locale }: Pick<Asker, 'locale'>,
  reason: ProblemReason,
  reference: string,
): Envelope {
  const language = readLanguage(locale) ?? ports.language();
  return { language, introduce: false, content: { kind: 'problem', reason, reference } };
}

function readLanguage(locale: string | null): ReplyLanguage | null {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'sv' || language === 'en' ? language : null;
}
