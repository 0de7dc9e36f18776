import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '#bot/logger.ts';
import { createServer } from '#bot/web/create-server.ts';
import { type BotOnLoopback, startBot } from './bot-on-loopback.ts';

const running: BotOnLoopback[] = [];
const start = async (...overrides: Parameters<typeof startBot>) => {
  const bot = await startBot(...overrides);
  running.push(bot);
  return bot;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((bot) => bot.close()));
});

const simulator = { mountSimulator: () => {} };

describe('the server', () => {
  it('says that it lives, and whether it can serve', async () => {
    const bot = await start();
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  });

  it.each([async () => false, async () => Promise.reject(new Error('secret'))])(
    'says that it is not ready when its check fails: %#',
    async (isReady) => {
      const bot = await start({}, { isReady });
      const answer = await fetch(`${bot.url}/readyz`);
      expect(answer.status).toBe(503);
      expect(await answer.text()).not.toContain('secret');
    },
  );

  it('takes messages by POST only', async () => {
    const bot = await start();
    const answer = await fetch(`${bot.url}/api/messages`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('refuses a body above 256 kB without reading all of it', async () => {
    const bot = await start();
    const answer = await bot.post(JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }));
    expect(answer).toMatchObject({ status: 413, body: { error: 'the body is too large' } });
  });

  it('does not quote a body that is not JSON', async () => {
    const bot = await start();
    const answer = await bot.post('{"text": "mitt lösenord är hunter2"');
    expect(answer).toMatchObject({ status: 400, body: { error: 'the body is not JSON' } });
    expect(answer.text).not.toContain('hunter2');
  });

  it('does not read a form, which any web page could send without asking', async () => {
    const bot = await start();
    const answer = await bot.post('{"type":"message"}', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(400);
  });

  it('answers every request with an id, safe headers and no word of what it runs on', async () => {
    const bot = await start();
    const answer = await fetch(`${bot.url}/nothing-here`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('x-request-id')).toMatch(/^Q-\d+$/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it('says what to do when its port is taken', async () => {
    const bot = await start();
    const port = Number(new URL(bot.url).port);
    const second = createServer({
      logger: createLogger('silent'),
      handleActivity: async () => {},
      isReady: async () => true,
      newRequestId: () => '',
    });
    await expect(second.listen({ port, host: '127.0.0.1' })).rejects.toThrow(/is taken/);
  });

  it('shows no stack when a route fails', async () => {
    const bot = await start({}, { handleActivity: async () => Promise.reject(new Error('hunter2')) });
    const answer = await bot.post({ type: 'message' });
    expect(answer).toMatchObject({ status: 500, body: { error: 'something went wrong' } });
    expect(answer.text).not.toContain('hunter2');
  });

  it('lets what is under way end before it closes', async () => {
    const entered = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const bot = await startBot(
      {},
      {
        handleActivity: async (_request, response) => {
          entered.resolve();
          await release.promise;
          response.status(200).end();
        },
      },
    );
    const answer = bot.post({ type: 'message' });
    await entered.promise;
    const closed = bot.close();
    release.resolve();
    expect((await answer).status).toBe(200);
    await closed;
    await expect(fetch(`${bot.url}/healthz`)).rejects.toThrow();
  });
});

describe('the server with the simulator', () => {
  it('does not wait for a page that listens for events', async () => {
    const bot = await startBot(
      {},
      {
        mountSimulator: (app) =>
          void app.get('/events', (_request, response) => {
            response.type('text/event-stream').write('data: 1\n\n');
          }),
      },
    );
    const events = await fetch(`${bot.url}/events`);
    await bot.close(60_000);
    expect(await events.text()).toBe('data: 1\n\n');
  });

  it.each(['0.0.0.0', '::', '192.168.1.4'])('is not served to other machines, at %s', async (host) => {
    const web = createServer({
      logger: createLogger('silent'),
      handleActivity: async () => {},
      isReady: async () => true,
      newRequestId: () => '',
      ...simulator,
    });
    await expect(web.listen({ port: 0, host })).rejects.toThrow(/127\.0\.0\.1 only/);
  });

  it.each(['vaktis.example', 'localhost.evil.example', '127.0.0.1.evil.example:3978', '10.0.0.4'])(
    'refuses a request that came under the name %j',
    async (host) => {
      const bot = await start({}, simulator);
      expect(await statusFor(`${bot.url}/healthz`, host)).toBe(403);
    },
  );

  it.each(['localhost', 'localhost:3978', '127.0.0.1:3978', '[::1]:3978'])('answers to %s', async (host) => {
    const bot = await start({}, simulator);
    expect(await statusFor(`${bot.url}/healthz`, host)).toBe(200);
  });
});

/** fetch does not let its caller choose Host. */
function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}
