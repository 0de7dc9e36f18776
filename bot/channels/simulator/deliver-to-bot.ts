import type { TeamsActivity } from './teams-activity.ts';

/** The bot's answer over HTTP; a null status: no connection, or none in time. */
export type BotAnswer = { readonly status: number | null; readonly body: unknown };

export type DeliverToBot = (activity: TeamsActivity) => Promise<BotAnswer>;

/** Posts activities to the bot's endpoint as Teams does, and waits for as long as Teams does. */
export function createDeliverToBot(options: { botUrl: () => string; patience: number }): DeliverToBot {
  return async (activity) => {
    try {
      const response = await fetch(`${options.botUrl()}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(options.patience),
      });
      return { status: response.status, body: readJson(await response.text()) };
    } catch {
      // No connection and no answer in time look the same to Teams: nothing came.
      return { status: null, body: null };
    }
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
