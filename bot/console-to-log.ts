import { format } from 'node:util';
import type { Logger } from './logger.ts';

type Console = Pick<typeof globalThis.console, 'error' | 'warn' | 'info' | 'log' | 'debug'>;

/** Enough to know what it was; keys and stacks are longer. */
const longestSaid = 200;

/**
 * What a library writes to the console becomes one line of the log as all others are. botbuilder writes several lines for
 * every token that it refuses, which anybody can send: among the log's lines they would be no JSON, and could be made to
 * look like any. Only the first line is kept.
 */
export function consoleToLog(console: Console, logger: Logger): void {
  const at =
    (level: 'warn' | 'debug') =>
    (...said: unknown[]) => {
      const [line = ''] = format(...said).split('\n', 1);
      logger[level]({ said: line.slice(0, longestSaid) }, 'a library wrote to the console');
    };
  Object.assign(console, {
    error: at('warn'),
    warn: at('warn'),
    info: at('debug'),
    log: at('debug'),
    debug: at('debug'),
  });
}
