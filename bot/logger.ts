import pino, { type Logger } from 'pino';

export type { Logger };

/** Logs are data with ids: no message text, names or tokens. Redaction is the second line of defence, not the first. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: ['*.text', '*.name', '*.password', '*.authorization', 'authorization', 'password', 'headers'],
  });
}
