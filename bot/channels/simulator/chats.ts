import type { ChatEvent, ChatMessage, LoggedRefusal } from './chat.ts';

/** The oldest messages beyond this many of one chat are forgotten. */
const longestChat = 400;
const mostRefusals = 100;

export type Chats = {
  /** True the first time that it is asked about this person. */
  meet(personId: string): boolean;
  /** What the person sees: without what waits for them to come online. */
  messages(personId: string): readonly ChatMessage[];
  /** Also among what waits. */
  find(personId: string, messageId: string): ChatMessage | null;
  /** Adds it, or replaces the one with the same id where it stands. */
  put(personId: string, message: ChatMessage): void;
  /** Like `put` for what comes from the bot: it waits while the person is offline. @returns whether it is seen. */
  arrive(personId: string, message: ChatMessage): boolean;
  remove(personId: string, messageId: string): boolean;
  typing(personId: string): void;
  isInstalled(personId: string): boolean;
  setInstalled(personId: string, installed: boolean): void;
  isOnline(personId: string): boolean;
  /** @returns what waited and has arrived now, oldest first. */
  setOnline(personId: string, online: boolean): readonly ChatMessage[];
  /** Newest first. */
  refusals(): readonly LoggedRefusal[];
  addRefusal(refused: LoggedRefusal): void;
  publish(event: ChatEvent): void;
  /** @returns how to stop listening. */
  subscribe(listener: (event: ChatEvent) => void): () => void;
};

/** Every chat of the simulator, in memory: the bot's own database is what outlives a restart. */
export function createChats(): Chats {
  const seen = createShelf();
  const waiting = createShelf();
  const withoutApp = new Set<string>();
  const offline = new Set<string>();
  const met = new Set<string>();
  const refused: LoggedRefusal[] = [];
  const listeners = new Set<(event: ChatEvent) => void>();
  const publish = (event: ChatEvent) => {
    for (const listener of listeners) listener(event);
  };
  const put = (personId: string, message: ChatMessage) => {
    seen.put(personId, message);
    publish({ kind: 'message', personId, message });
  };
  return {
    meet(personId) {
      const isNew = !met.has(personId);
      met.add(personId);
      return isNew;
    },
    messages: (personId) => [...seen.of(personId)],
    find: (personId, messageId) => waiting.find(personId, messageId) ?? seen.find(personId, messageId),
    put,
    arrive(personId, message) {
      const online = !offline.has(personId);
      if (online) put(personId, message);
      else waiting.put(personId, message);
      return online;
    },
    remove(personId, messageId) {
      if (waiting.remove(personId, messageId)) return true;
      const removed = seen.remove(personId, messageId);
      if (removed) publish({ kind: 'deleted', personId, messageId });
      return removed;
    },
    typing: (personId) => {
      if (!offline.has(personId)) publish({ kind: 'typing', personId });
    },
    isInstalled: (personId) => !withoutApp.has(personId),
    setInstalled(personId, installed) {
      if (installed) withoutApp.delete(personId);
      else withoutApp.add(personId);
      publish({ kind: 'installed', personId, installed });
    },
    isOnline: (personId) => !offline.has(personId),
    setOnline(personId, online) {
      if (online) offline.delete(personId);
      else offline.add(personId);
      publish({ kind: 'online', personId, online });
      const arrived = online ? waiting.takeAll(personId) : [];
      for (const message of arrived) put(personId, message);
      return arrived;
    },
    refusals: () => [...refused],
    addRefusal(one) {
      refused.unshift(one);
      refused.splice(mostRefusals);
      publish({ kind: 'refused', refused: one });
    },
    publish,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Messages by person, oldest first. */
function createShelf() {
  const byPerson = new Map<string, ChatMessage[]>();
  const of = (personId: string) => {
    const chat = byPerson.get(personId) ?? [];
    byPerson.set(personId, chat);
    return chat;
  };
  const indexOf = (personId: string, id: string) => of(personId).findIndex((known) => known.id === id);
  return {
    of,
    find: (personId: string, id: string) => of(personId)[indexOf(personId, id)] ?? null,
    put(personId: string, message: ChatMessage) {
      const chat = of(personId);
      const index = indexOf(personId, message.id);
      if (index === -1) chat.push(message);
      else chat[index] = message;
      if (chat.length > longestChat) chat.splice(0, chat.length - longestChat);
    },
    remove(personId: string, id: string): boolean {
      const index = indexOf(personId, id);
      return index !== -1 && of(personId).splice(index, 1).length > 0;
    },
    takeAll: (personId: string) => of(personId).splice(0),
  };
}
