import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startImapServer, type TestImapServer } from './imap-server.ts';
import { mailWorld } from './mail-answers.ts';

/** To be called in a `describe`: one mail server for all its tests, and a mailbox of its own for each. */
export function mailboxOfEachTest() {
  let server: TestImapServer;
  let user: string;
  beforeAll(async () => {
    server = await startImapServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    user = `u${randomUUID()}`;
  });
  return {
    world: (options?: Parameters<typeof mailWorld>[2]) => mailWorld(server.port, user, options),
    deliver: (raw: string | Buffer, options?: { at?: Date; folder?: string }) =>
      server.deliver(user, raw, options),
    /** What a person does in that mailbox, through a mail program. */
    change: (does: Parameters<TestImapServer['change']>[1]) => server.change(user, does),
    port: () => server.port,
  };
}

/** The words that were heard, in order. */
export function textsOf(news: readonly { kind: string; text?: string }[]) {
  return news.flatMap(({ kind, text }) => (kind === 'comment' ? [text] : []));
}

/** Why letters were left alone, as the log says. */
export function whyNot({ logged }: Pick<ReturnType<typeof mailWorld>, 'logged'>) {
  return logged.map(({ data }) => 'why' in data && data.why);
}
