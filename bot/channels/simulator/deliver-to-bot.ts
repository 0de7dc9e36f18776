import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { TeamsActivity } from './teams-activity.ts';

/** The bot's answer over HTTP; a null status: no connection, or none in time. */
export type BotAnswer = { readonly status: number | null; readonly body: unknown };

export type DeliverToBot = (activity: TeamsActivity) => Promise<BotAnswer>;

/** Posts activities to the bot's endpoint as Teams does, and waits for as long as Teams does. */
export function createDeliverToBot(options: { botUrl: () => string; patience: number }): DeliverToBot {
  return async (activity) => {
    try {
      const signal = AbortSignal.timeout(options.patience);
      const answer = await post(`${options.botUrl()}/api/messages`, JSON.stringify(activity), signal);
      return { status: answer.status, body: readJson(answer.body) };
    } catch {
      // No connection and no answer in time look the same to Teams: nothing came.
      return { status: null, body: null };
    }
  };
}

/** Not `fetch`: the simulator does this before the bot says that it is ready, and `fetch` takes long to load. */
function post(url: string, body: string, signal: AbortSignal): Promise<{ status: number; body: string }> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers, signal }, (response) => {
      text(response).then((said) => resolve({ status: response.statusCode ?? 0, body: said }), reject);
    })
      .on('error', reject)
      .end(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
