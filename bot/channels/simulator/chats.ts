import type { ChatEvent, ChatMessage } from './chat.ts';

/** The oldest messages beyond this many of one chat are forgotten. */
const longestChat = 400;

export type Chats = {
  /** True the first time that it is asked about this person. */
  meet(personId: string): boolean;
  messages(personId: string): readonly ChatMessage[];
  find(personId: string, messageId: string): ChatMessage | null;
  /** Adds it, or replaces the one with the same id where it stands. */
  put(personId: string, message: ChatMessage): void;
  remove(personId: string, messageId: string): boolean;
  typing(personId: string): void;
  isInstalled(personId: string): boolean;
  setInstalled(personId: string, installed: boolean): void;
  publish(event: ChatEvent): void;
  /** @returns how to stop listening. */
  subscribe(listener: (event: ChatEvent) => void): () => void;
};

/** Every chat of the simulator, in memory: the bot's own database is what outlives a restart. */
export function createChats(): Chats {
  const byPerson = new Map<string, ChatMessage[]>();
  const withoutApp = new Set<string>();
  const met = new Set<string>();
  const listeners = new Set<(event: ChatEvent) => void>();
  const publish = (event: ChatEvent) => {
    for (const listener of listeners) listener(event);
  };
  const chatOf = (personId: string) => {
    const chat = byPerson.get(personId) ?? [];
    byPerson.set(personId, chat);
    return chat;
  };
  return {
    meet(personId) {
      const isNew = !met.has(personId);
      met.add(personId);
      return isNew;
    },
    messages: (personId) => [...chatOf(personId)],
    find: (personId, messageId) => chatOf(personId).find((message) => message.id === messageId) ?? null,
    put(personId, message) {
      upsert(chatOf(personId), message);
      publish({ kind: 'message', personId, message });
    },
    remove(personId, messageId) {
      const chat = chatOf(personId);
      const index = chat.findIndex((message) => message.id === messageId);
      if (index === -1) return false;
      chat.splice(index, 1);
      publish({ kind: 'deleted', personId, messageId });
      return true;
    },
    typing: (personId) => publish({ kind: 'typing', personId }),
    isInstalled: (personId) => !withoutApp.has(personId),
    setInstalled(personId, installed) {
      if (installed) withoutApp.delete(personId);
      else withoutApp.add(personId);
      publish({ kind: 'installed', personId, installed });
    },
    publish,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function upsert(chat: ChatMessage[], message: ChatMessage): void {
  const index = chat.findIndex((known) => known.id === message.id);
  if (index === -1) chat.push(message);
  else chat[index] = message;
  if (chat.length > longestChat) chat.splice(0, chat.length - longestChat);
}
