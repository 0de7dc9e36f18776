import type { TeamsChannel } from '#bot/channels/teams/teams-channel.ts';
import { createDoor, type Door, type DoorPorts } from '#bot/conversation/crowd/create-door.ts';
import { usualLimits } from '#bot/conversation/crowd/crowd-limits.ts';
import { createFairGate } from '#bot/conversation/crowd/fair-gate.ts';
import { createTakeUp, type TakeUp } from '#bot/conversation/crowd/take-up.ts';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import type { ReceiveMessage } from '#bot/conversation/turn-result.ts';
import type { Envelope, Reply, ReplyLanguage } from '#bot/reply/reply.ts';
import { addCrowd } from '#bot/web/crowd-metrics.ts';
import type { IsReady } from '#bot/web/health.ts';
import type { AppPorts } from './app.ts';
import type { RememberedDesk } from './remember-desk.ts';

/** What keeps its word when more is written than can be answered. */
export type Crowd = {
  readonly door: Door;
  /** Whether this process can serve: its database answers, and something moves. */
  readonly isReady: IsReady;
  /** Begins to answer what waits. */
  readonly start: (receive: ReceiveMessage) => void;
  /** Takes up no more, and waits for what is under way. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds. */
const lookEvery = 1_000;
const tidyEvery = 60 * 60_000;
/** Signs of life that are sent at once: Teams takes some 300 ms for each, and a hundred may be due in a second. */
const toldAtOnce = 32;
/** While more than so many are on their way nothing that waits is taken up. */
const toldFirst = 8;

/** The door of this process and, where messages can be kept, whoever takes them up again. */
export function openCrowd(
  ports: AppPorts,
  { channel, desk }: { channel: Pick<TeamsChannel, 'notifier'>; desk: RememberedDesk },
): Crowd {
  const { clock, logger, waiting: store = null } = ports;
  const elapsed = () => performance.now();
  const mouth = createFairGate({ atOnce: toldAtOnce, elapsed });
  const saying = new Set<Promise<void>>();
  const say = (message: IncomingMessage, content: Reply, known: Parameters<DoorPorts['tell']>[2]) => {
    const language = known.language ?? languageOf(message) ?? desk.latest()?.desk.settings.language ?? 'sv';
    send(message, { language, introduce: !known.introduced, content });
  };
  const send = (message: IncomingMessage, envelope: Envelope) => {
    const { address } = message;
    const said: Promise<void> = mouth
      .enter({ line: address.conversationId, urgent: false, patience: null })
      .then((leave) => channel.notifier.send({ address, envelope, replaces: null }).finally(() => leave?.()))
      .then(
        () => undefined,
        (error: Error) =>
          logger.warn(
            { activityId: message.id, error: error.message },
            'Not told what became of what waited.',
          ),
      )
      .finally(() => saying.delete(said));
    saying.add(said);
  };
  const door = createDoor({
    store,
    elapsed,
    tell: (what, message, known) => say(message, { kind: 'waiting', what }, known),
    ...(ports.crowdLimits ? { limits: ports.crowdLimits } : {}),
  });
  const tellFailed = (message: IncomingMessage) => {
    const content = { kind: 'problem', reason: 'failed', reference: ports.newId().slice(0, 8) } as const;
    say(message, content, { language: null, introduced: true });
  };
  if (ports.metrics) addCrowd(ports.metrics.metrics.registry, { door, store });
  let takeUp: TakeUp | null = null;
  let timers: NodeJS.Timeout[] = [];
  return {
    door,
    isReady: async () => (door.isAble() ? ports.isReady() : 'overloaded'),
    start(receive) {
      if (store === null) return;
      const { takenUpAtOnce: atOnce } = { ...usualLimits, ...ports.crowdLimits };
      const look = createTakeUp({
        store,
        door,
        receive,
        tellFailed,
        tellPressed: send,
        now: clock.now,
        logger,
        atOnce,
        isTelling: () => saying.size > toldFirst,
      });
      takeUp = look;
      const tidy = () => void store.tidy().catch(() => undefined);
      timers = [setInterval(() => void look.look(), lookEvery), setInterval(tidy, tidyEvery)];
      void look.look();
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await takeUp?.stop();
      while (saying.size > 0) await Promise.all(saying);
    },
  };
}

function languageOf({ locale }: IncomingMessage): ReplyLanguage | null {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'sv' || language === 'en' ? language : null;
}
