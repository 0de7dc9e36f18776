import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { createTeamsChannel, type TeamsChannel } from '#bot/channels/teams/teams-channel.ts';
import type { TeamsChannelPorts } from '#bot/channels/teams/teams-channel-ports.ts';
import type { IncomingMessage } from '#bot/conversation/incoming-message.ts';
import type { Feedback } from '#bot/conversation/take-feedback.ts';
import type { StoredAttachment } from '#bot/handoff/stores.ts';
import { createLogger } from '#bot/logger.ts';
import { createServer, type ServerPorts } from '#bot/web/create-server.ts';
import type { ActivityJson } from '../support/activities.ts';

export type BotOnLoopback = {
  readonly url: string;
  readonly channel: TeamsChannel;
  /** What came through to the conversation. */
  readonly received: readonly IncomingMessage[];
  readonly removed: readonly (string | null)[];
  readonly feedback: readonly Feedback[];
  readonly kept: readonly StoredAttachment[];
  readonly post: (
    activity: ActivityJson | string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: unknown; text: string }>;
  readonly close: (patience?: number) => Promise<void>;
};

export const noon = new Date('2026-11-24T12:00:00Z');

/** The real server and the real channel; only the conversation behind them is a stand-in. */
export async function startBot(
  overrides: Partial<TeamsChannelPorts> = {},
  serverOverrides: Partial<ServerPorts> = {},
): Promise<BotOnLoopback> {
  const received: IncomingMessage[] = [];
  const removed: (string | null)[] = [];
  const feedback: Feedback[] = [];
  const kept: StoredAttachment[] = [];
  const logger = createLogger('silent');
  let references = 0;
  let requests = 0;
  const channel = createTeamsChannel({
    settings: null,
    production: false,
    authority: null,
    issueToken: null,
    fetch,
    now: () => noon,
    wait: async () => {},
    random: () => 0,
    receive: async (message) => {
      received.push(message);
      return { pressAnswer: null, replies: [] };
    },
    uninstalled: async ({ from }) => {
      removed.push(from.aadObjectId);
    },
    keepFile: async (file) => {
      kept.push(file);
    },
    feedback: async (given) => {
      feedback.push(given);
    },
    render: (envelope) => renderReply(envelope, { timezone: 'Europe/Stockholm', now: noon }),
    language: () => 'sv',
    logger,
    newReference: () => `R-${++references}`,
    ...overrides,
  });
  const web = createServer({
    logger,
    handleActivity: channel.handle,
    isReady: async () => true,
    newRequestId: () => `Q-${++requests}`,
    ...serverOverrides,
  });
  const server = await web.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: server.url,
    channel,
    received,
    removed,
    feedback,
    kept,
    post: (activity, headers = {}) => post(`${server.url}/api/messages`, activity, headers),
    close: async (patience = 100) => {
      await channel.idle();
      await server.close(patience);
    },
  };
}

async function post(url: string, activity: ActivityJson | string, headers: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, text, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
