import type { Express } from 'express';
import { createChats } from './chats.ts';
import { createConnector } from './connector.ts';
import { createConnectorRoutes } from './connector-routes.ts';
import { createDeliverToBot } from './deliver-to-bot.ts';
import { createDemoClock } from './demo-clock.ts';
import { createDirectory } from './directory.ts';
import { createEventStreams } from './event-streams.ts';
import { loopbackOnly } from './loopback-only.ts';
import { createPageRoutes } from './page-routes.ts';
import { createPlay } from './play.ts';
import { createRateLimit } from './rate-limit.ts';
import { createFileRoutes, pageHeaders, sendIndex } from './serve-page.ts';
import type { SimulatorPorts } from './simulator-ports.ts';
import { createStreams } from './streams.ts';

export type Simulator = {
  /** Adds the page at `/` and everything under `/simulator`. Before the web's own not-found answer. */
  mount(app: Express): void;
  /**
   * Installs the app for everybody who handles cases, as a policy of the tenant would, so that they can be
   * reached before anybody has played them. Call it once the bot listens.
   */
  installForCaseHandlers(): Promise<void>;
  /** Ends the pages' open event streams, which would otherwise keep the server from closing. */
  close(): void;
};

/** Teams' own deadline for a turn: https://github.com/MicrosoftDocs/msteams-docs/issues/6084 */
const teamsPatience = 15_000;

/** A local Bot Framework connector with a page that plays Teams. See README.md. */
export function createSimulator(ports: SimulatorPorts): Simulator {
  const chats = createChats();
  const directory = createDirectory(ports.listPeople);
  const deliver = createDeliverToBot({ botUrl: ports.botUrl, patience: ports.patience ?? teamsPatience });
  const play = createPlay({ ...ports, chats, deliver, directory });
  const streams = createEventStreams(chats);
  const clock = createDemoClock({ ...ports, chats });
  const notRefreshed = (error: unknown) =>
    ports.logger.warn(
      { error: error instanceof Error ? error.name : typeof error },
      'a card was not refreshed',
    );
  const rate = createRateLimit(ports.tick ?? (() => performance.now()));
  const connector = createConnector({
    ...ports,
    chats,
    directory,
    streams: createStreams({ newId: () => `1:${ports.newId()}`, elapsed: () => performance.now() }),
    rate,
    // After the bot has its answer: a client sees a card no sooner.
    onSeen: (person, message) => setImmediate(() => void play.see(person, message).catch(notRefreshed)),
  });
  return {
    mount(app) {
      app.use('/simulator', loopbackOnly);
      app.use('/simulator/connector', createConnectorRoutes(connector));
      app.use(
        '/simulator/api',
        createPageRoutes({ ...ports, chats, directory, play, connector, clock, streams }),
      );
      app.use('/simulator', pageHeaders, createFileRoutes());
      app.get('/', loopbackOnly, pageHeaders, (_, response) => sendIndex(response));
    },
    async installForCaseHandlers() {
      const people = await ports.listPeople();
      for (const person of people.filter((one) => one.handlesCases)) await play.open(person, 'sv');
    },
    close: streams.close,
  };
}
