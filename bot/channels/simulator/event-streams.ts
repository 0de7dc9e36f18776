import type { Response } from 'express';
import type { ChatEvent } from './chat.ts';
import type { Chats } from './chats.ts';

export type EventStreams = {
  /** Keeps the response open, and tells the page of everything that happens in every chat. */
  open(response: Response): void;
  close(): void;
};

/** Between the page and here there may be something that cuts silent connections. */
const heartbeat = 25_000;

/** Server-sent events. A page whose stream broke asks for its chats anew, so none are kept for it. */
export function createEventStreams(chats: Chats): EventStreams {
  const ends = new Set<() => void>();
  return {
    open(response) {
      response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      const send = (event: ChatEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
      const stop = chats.subscribe(send);
      const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
      beat.unref();
      const end = () => {
        clearInterval(beat);
        stop();
        ends.delete(end);
        response.end();
      };
      ends.add(end);
      response.on('close', end);
    },
    close() {
      for (const end of [...ends]) end();
    },
  };
}
