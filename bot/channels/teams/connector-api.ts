import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { ConnectorCall, ConnectorRequest } from './connector-http.ts';

/** What is said of the bot's own accord, which is nearly everything. @throws OutsideSystemFailed */
export type ConnectorApi = {
  /** @returns the id of what was sent; null when the channel tells none. */
  send(address: ConversationAddress, activity: Partial<Activity>): Promise<string | null>;
  /** Puts it in the place of the one with that id. */
  update(address: ConversationAddress, activity: Partial<Activity>, id: string): Promise<void>;
};

/**
 * Two of the Connector's requests by hand. Through the SDK each message passes a turn of its own, a serialiser that
 * knows some fields only, and a pipeline: more processor time than all else that sending takes. It also goes out as a
 * reply to an id that the SDK makes up.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 * `token`: the bot's own; null without a registration.
 */
export function createConnectorApi(call: ConnectorCall, token: (() => Promise<string>) | null): ConnectorApi {
  const request = async (method: string, url: string, body: object): Promise<ConnectorRequest> => ({
    method,
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${await token()}` }),
    },
    body: JSON.stringify(body),
  });
  return {
    async send(address, activity) {
      const answer = await call(await request('POST', urlOf(address), complete(address, activity)));
      return readId(answer.body);
    },
    async update(address, activity, id) {
      const url = `${urlOf(address)}/${encodeURIComponent(id)}`;
      await call(await request('PUT', url, { ...complete(address, activity), id }));
    },
  };
}

function urlOf({ serviceUrl, conversationId }: ConversationAddress): string {
  return `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
}

/** From whom it is, to whom, and where, as the SDK would fill it in. */
function complete(address: ConversationAddress, activity: Partial<Activity>): object {
  const { conversationId, conversationType, tenantId } = address;
  return {
    serviceUrl: address.serviceUrl,
    channelId: address.channel,
    from: { id: address.botId, name: '' },
    recipient: { id: address.userId, name: '' },
    conversation: {
      id: conversationId,
      name: '',
      isGroup: conversationType !== 'personal',
      conversationType,
      ...(tenantId === null ? {} : { tenantId }),
    },
    ...activity,
  };
}

const Sent = z.object({ id: z.string() });

/** An empty id is none. */
function readId(body: string): string | null {
  try {
    return Sent.safeParse(JSON.parse(body)).data?.id || null;
  } catch {
    return null;
  }
}
