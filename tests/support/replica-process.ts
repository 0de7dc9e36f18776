import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { App, AppPorts } from '#bot/app.ts';
import { createKeepAliveSend } from '#bot/channels/teams/keep-alive-send.ts';
import { createClock } from '#bot/clock.ts';
import type { Config } from '#bot/config.ts';
import type { Logger } from '#bot/logger.ts';
import { listenForStop } from '#bot/stop-when-asked.ts';
import { registration, toConnector } from './teams-registration.ts';

/** What every replica is told by whoever starts it; a run adds what it needs besides. */
export const GivenToReplica = z.object({
  connectorUrl: z.string(),
  /** Milliseconds from the machine's clock to the working day, the same for all replicas. */
  offset: z.number(),
  authority: z.object({
    ToChannelFromBotLoginUrl: z.string(),
    ToChannelFromBotOAuthScope: z.string(),
    ToBotFromChannelTokenIssuer: z.string(),
    OAuthUrl: z.string(),
    ToBotFromChannelOpenIdMetadataUrl: z.string(),
    ToBotFromEmulatorOpenIdMetadataUrl: z.string(),
    CallerId: z.string(),
  }),
});
export type GivenToReplica = z.infer<typeof GivenToReplica>;

type Network = AppPorts['network'];
type Fixed = Pick<AppPorts, 'teams' | 'production' | 'newId' | 'clock'> & {
  readonly network: Network & Required<Pick<Network, 'send'>>;
};

/** Registered, in production, as bot/main.ts has it; only Teams' side is this machine, and the day is given. */
export function portsOfReplica({ connectorUrl, offset, authority }: GivenToReplica): Fixed {
  const clock = createClock();
  clock.set(new Date(Date.now() + offset));
  const send = createKeepAliveSend();
  return {
    teams: registration,
    production: true,
    network: {
      fetch,
      send: (url, init) => send(toConnector(url, connectorUrl), init),
      wait: (milliseconds) => setTimeout(milliseconds),
      random: Math.random,
      authority,
      issueToken: async () => 'own-token',
    },
    newId: () => crypto.randomUUID(),
    clock,
  };
}

/**
 * Call it first: signals are heard from then on. @returns what starts the app, tells the parent where, and ends it all
 * when a signal asks for it, or when the parent died. `drain`: milliseconds.
 */
export function createServeReplica() {
  const stopWhenAsked = listenForStop();
  return async (
    app: App,
    given: {
      readonly config: Pick<Config, 'port'>;
      readonly logger: Logger;
      readonly opened: { close(): Promise<void> };
      readonly drain: number;
    },
  ): Promise<void> => {
    const { config, logger, opened, drain } = given;
    const running = await app.listen({ port: config.port, host: '127.0.0.1' });
    process.send?.({ url: running.url });
    process.on('disconnect', () => process.exit(1));
    stopWhenAsked({
      logger,
      retire: running.retire,
      drain,
      async stop() {
        await running.close();
        await app.stop();
        await opened.close();
      },
      wait: (milliseconds) => setTimeout(milliseconds, null, { ref: false }),
      exit: (code) => process.exit(code),
    });
  };
}
