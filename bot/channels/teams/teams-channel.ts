import { lookup } from 'node:dns/promises';
import type { Request, Response } from 'express';
import type { Notifier } from '#bot/handoff/notifier.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import { bringFiles } from './bring-files.ts';
import { createAdapter } from './create-adapter.ts';
import { createNotifier, type StreamTimes, sendTyping } from './create-notifier.ts';
import { createHandler } from './handle-activity.ts';
import { firstContactServiceUrl } from './known-hosts.ts';
import { createTurn } from './run-turn.ts';
import type { TeamsChannelPorts } from './teams-channel-ports.ts';

async function lookUpHost(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function machineTimes(now: () => Date): StreamTimes {
  return {
    options: () => ({ timezone: 'UTC', now: now() }),
    elapsed: () => performance.now(),
    later(work, milliseconds) {
      const timer = setTimeout(work, milliseconds);
      return { cancel: () => clearTimeout(timer) };
    },
  };
}

export type TeamsChannel = {
  /** POST /api/messages, the body already parsed as JSON. Always answers, never throws. */
  readonly handle: (request: Request, response: Response) => Promise<void>;
  readonly notifier: Notifier;
  /** Where somebody who never wrote is reached by their Entra id; null when only the simulator is there. */
  readonly firstContact: (aadObjectId: string) => ConversationAddress | null;
  /** Resolves when nothing is under way any more. */
  readonly idle: () => Promise<void>;
};

/**
 * Teams at one end, `receive` at the other. Ordinary replies go out through the outbox by the notifier;
 * only what a press puts in its card's place is answered here.
 * @throws Error when settings are missing that would let anybody in.
 */
export function createTeamsChannel(ports: TeamsChannelPorts): TeamsChannel {
  const adapter = createAdapter(ports);
  const notifier = createNotifier({
    adapter,
    settings: ports.settings,
    render: ports.render,
    streaming: { ...machineTimes(ports.now), ...ports.streaming },
  });
  const underWay = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  const showTyping = (address: ConversationAddress) => {
    const work = sendTyping({ adapter, settings: ports.settings }, address).catch((error: Error) =>
      ports.logger.debug({ error: error.message }, 'typing was not shown'),
    );
    void track(work);
  };
  const later = (work: Promise<unknown>) => {
    const kept = work.catch((error: unknown) =>
      ports.logger.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'later work failed'),
    );
    void track(kept);
  };
  const fetching = {
    fetch: ports.fetch,
    registered: ports.settings !== null,
    botToken: () => adapter.botToken(),
    lookUp: ports.lookUp ?? lookUpHost,
    keepFile: ports.keepFile,
  };
  const turn = createTurn({
    ...ports,
    notifier,
    showTyping,
    later,
    bringFiles: (message, files) => bringFiles(fetching, message, files),
  });

  const handle = createHandler({ ...ports, adapter, turn });

  return {
    handle: (request, response) => track(handle(request, response)),
    notifier,
    firstContact: (aadObjectId) =>
      ports.settings && {
        channel: 'msteams',
        conversationId: '',
        conversationType: 'personal',
        tenantId: ports.settings.tenantId,
        serviceUrl: firstContactServiceUrl,
        botId: `28:${ports.settings.appId}`,
        userId: aadObjectId,
      },
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
