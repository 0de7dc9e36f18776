import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openStorage } from '#adapters/storage/open-storage.ts';
import type { PostgresServer } from '../../support/embedded-postgres.ts';
import { createTestLog } from '../../support/storage.ts';

export function describeOutage(postgres: PostgresServer): void {
  describe('while the database is away', () => {
    it('the process lives on, says so once, and goes on with its jobs afterwards', async () => {
      const network = await openNetwork(await postgres.createDatabase());
      const log = createTestLog();
      const opened = await openStorage({ kind: 'server', url: network.url }, log);
      const ran = Promise.withResolvers<unknown>();
      await opened.jobs.start({ close: async (data) => ran.resolve(data) });
      await network.cut();
      await expect.poll(() => log.lines.length).toBeGreaterThan(0);
      await expect(opened.storage.stores.cases.get('x')).rejects.toMatchObject({
        name: 'OutsideSystemFailed',
        retryable: true,
      });
      await network.mend();
      await expect.poll(() => log.lines.at(-1)).toContain('The database is back');
      await opened.storage.stores.jobs.enqueue({ name: 'close', data: { caseId: 'c' } });
      expect(await ran.promise).toEqual({ caseId: 'c' });
      expect(log.lines.map((line) => line.split(' ', 1)[0])).toEqual(['error', 'info']);
      await opened.close();
      await network.cut();
    });

    it('a start is refused in words, without the password', async () => {
      const url = new URL(await postgres.createDatabase());
      const { password } = url;
      const open = () => openStorage({ kind: 'server', url: url.href }, createTestLog());
      const refusals: unknown[] = [];
      for (const change of [{ pathname: '/nosuch' }, { password: `${password}x` }, { port: '1' }]) {
        Object.assign(url, change);
        refusals.push(await open().catch((error: unknown) => error));
      }
      const messages = refusals.map((error) => (error instanceof Error ? `${error.stack}` : ''));
      expect(messages[0]).toContain('there is no such database');
      expect(messages[1]).toContain('the user name or the password is wrong');
      expect(messages[2]).toContain('nothing listens there');
      expect(messages.join()).not.toContain(password);
    });
  });
}

/** A way to the database that can be cut and mended. */
async function openNetwork(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const accept = (near: Socket) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  };
  let server: Server = createServer(accept).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const through = new URL(url);
  through.port = String(port);
  return {
    url: through.href,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      server = createServer(accept).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}
