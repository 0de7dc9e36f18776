import pino, { type DestinationStream, type Logger } from 'pino';
import { trailInLog } from './trail.ts';

export type { Logger };

/**
 * Logs are data with ids: no message text, names or tokens. Redaction is the second line of defence, not the first.
 * Each line says which trail it is on. `to`: default the process's own output.
 */
export function createLogger(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    mixin: trailInLog,
    redact: ['*.text', '*.name', '*.password', '*.authorization', 'authorization', 'password', 'headers'],
  };
  return to === undefined ? pino(options) : pino(options, to);
}
