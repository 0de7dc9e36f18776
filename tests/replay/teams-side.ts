import { afterAll, beforeAll, beforeEach } from 'vitest';
import { buildActivity } from '../support/activities.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { type BotOnLoopback, startBot } from './bot-on-loopback.ts';

/** To be called in a file or a `describe`: one connector for all its tests, and activities that come from there. */
export function connectorOfAllTests() {
  let connector: FakeConnector;
  beforeAll(async () => {
    connector = await startFakeConnector();
  });
  afterAll(() => connector.close());
  return {
    connector: () => connector,
    build: (name: string, overrides = {}) => buildActivity(name, { serviceUrl: connector.url, ...overrides }),
  };
}

/** To be called in a file or a `describe`: a new bot for each of its tests. */
export function botOfEachTest() {
  let bot: BotOnLoopback;
  beforeEach(async () => {
    bot = await startBot();
    return () => bot.close();
  });
  return () => bot;
}
