import { describe, expect, it } from 'vitest';
import { createLogger } from '#bot/logger.ts';
import { createStop, listenForStop, longestStop } from '#bot/stop-when-asked.ts';
import { createServer } from '#bot/web/create-server.ts';
import { createRetirement } from '#bot/web/retirement.ts';

/** A stop whose every step is written down; `stop` and `wait` are what the test makes of them. */
function build(given: {
  stop?: () => Promise<void>;
  drain?: number;
  waits?: (ms: number) => Promise<unknown>;
}) {
  const steps: string[] = [];
  const exited = Promise.withResolvers<number>();
  const onSignal = createStop({
    logger: createLogger('silent'),
    drain: given.drain ?? 0,
    retire: () => steps.push('retire'),
    stop: async () => {
      steps.push('stop');
      await given.stop?.();
      steps.push('stopped');
    },
    wait: (milliseconds) => {
      steps.push(`wait ${milliseconds}`);
      return (
        given.waits?.(milliseconds) ??
        (milliseconds === longestStop ? new Promise(() => {}) : Promise.resolve())
      );
    },
    exit: (code) => {
      steps.push(`exit ${code}`);
      exited.resolve(code);
    },
  });
  return { onSignal, steps, exited: exited.promise };
}

describe('a process that is asked to stop', () => {
  it('says first that it is not ready, serves on for the drain, then stops', async () => {
    const { onSignal, steps, exited } = build({ drain: 5_000 });
    onSignal('SIGTERM');
    expect(await exited).toBe(0);
    expect(steps.filter((step) => step !== `wait ${longestStop}`)).toEqual([
      'retire',
      'wait 5000',
      'stop',
      'stopped',
      'exit 0',
    ]);
  });

  it('ends at once on a second signal', async () => {
    const { onSignal, steps, exited } = build({ stop: () => new Promise(() => {}) });
    onSignal('SIGTERM');
    onSignal('SIGINT');
    expect(await exited).toBe(1);
    expect(steps).not.toContain('stopped');
  });

  it('gives up on a stop that hangs, and on one that fails', async () => {
    const hangs = build({ stop: () => new Promise(() => {}), waits: async () => undefined });
    hangs.onSignal('SIGTERM');
    expect(await hangs.exited).toBe(1);
    const fails = build({ stop: async () => Promise.reject(new Error('no')) });
    fails.onSignal('SIGTERM');
    expect(await fails.exited).toBe(1);
  });
});

describe('a signal that comes before the start is done', () => {
  it('is kept until there is something to stop', async () => {
    const heard = new Map<string, (signal: string) => void>();
    const stopWhenAsked = listenForStop((signal, hear) => void heard.set(signal, hear));
    heard.get('SIGTERM')?.('SIGTERM');
    const code = await new Promise<number>((exit) => {
      stopWhenAsked({
        logger: createLogger('silent'),
        drain: 0,
        retire: () => {},
        stop: async () => {},
        wait: () => new Promise(() => {}),
        exit,
      });
    });
    expect(code).toBe(0);
  });
});

describe('a server that retires', () => {
  it('still serves, is not ready, and keeps no connection', async () => {
    const web = createServer({
      logger: createLogger('silent'),
      handleActivity: async (_request, response) => void response.end(),
      isReady: async () => true,
      newRequestId: () => 'r',
    });
    const running = await web.listen({ port: 0, host: '127.0.0.1' });
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    running.retire();
    const ready = await fetch(`${running.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('connection')).toBe('close');
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    await running.close();
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
  });

  it('is not retired from the beginning', () => {
    expect(createRetirement().isRetired()).toBe(false);
  });
});
