import type { ChatMessage, ChatNotice } from './chat.ts';

/** A remark of the simulator itself in somebody's chat. */
export function noticeMessage(place: { id: string; at: Date }, notice: ChatNotice): ChatMessage {
  return {
    id: `notice:${place.id}`,
    from: 'teams',
    at: place.at.toISOString(),
    text: '',
    textFormat: 'plain',
    cards: [],
    attachmentNames: [],
    suggestions: [],
    revision: 0,
    remarks: [],
    pending: false,
    notice,
  };
}
