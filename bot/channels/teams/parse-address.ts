import type { ConversationAddress } from '#bot/reply/address.ts';
import { type ActivitySchema, readTenant } from './activity-schema.ts';

/** Where the sender of this activity can be answered. */
export function parseAddress(activity: ActivitySchema): ConversationAddress {
  const tenant = readTenant(activity);
  return {
    channel: activity.channelId === 'simulator' ? 'simulator' : 'msteams',
    conversationId: activity.conversation.id,
    conversationType: readConversationType(activity),
    tenantId: tenant === 'conflicting' ? null : tenant,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient.id,
    userId: activity.from.id,
  };
}

function readConversationType(activity: ActivitySchema): ConversationAddress['conversationType'] {
  const { conversationType, isGroup } = activity.conversation;
  if (conversationType === 'groupChat' || conversationType === 'channel') return conversationType;
  return isGroup ? 'groupChat' : 'personal';
}
