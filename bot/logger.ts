import pino, { type DestinationStream, type Logger } from 'pino';
import { trailInLog } from './trail.ts';

export type { Logger };

/**
 * What JSON leaves as it is and a terminal, or a reader that splits lines as Unicode does, would act on: delete and the
 * second row of control characters, the line separators, marks that turn the direction of writing, what takes no room.
 */
const acting = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The line as it was, with those as JSON writes what it escapes. */
function withoutActing(line: string): string {
  return line.replace(acting, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Logs are data with ids: no message text, names or tokens. Redaction is the second line of defence, not the first.
 * Each line says which trail it is on. `to`: default the process's own output.
 */
export function createLogger(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    mixin: trailInLog,
    hooks: { streamWrite: withoutActing },
    redact: ['*.text', '*.name', '*.password', '*.authorization', 'authorization', 'password', 'headers'],
  };
  return to === undefined ? pino(options) : pino(options, to);
}
