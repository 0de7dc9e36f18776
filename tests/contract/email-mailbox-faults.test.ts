import { afterEach, describe, expect, test } from 'vitest';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { goodAnswer, type ImapAnswer, startFaultyImap } from '../support/faulty-imap.ts';
import { mailWorld } from '../support/mail-answers.ts';

const greeting = '* OK ready\r\n';
const soon = { connect: 300, silence: 300, total: 1_000 };

let server: Awaited<ReturnType<typeof startFaultyImap>>;
afterEach(() => server.close());

const world = (options: Parameters<typeof mailWorld>[2] = {}) =>
  mailWorld(server.port, 'vaktis', { limits: soon, ...options });
const begin = async (
  said: ImapAnswer,
  answer: (command: string, tag: string) => ImapAnswer | null = () => null,
) => {
  server = await startFaultyImap(said, (command, tag) => answer(command, tag) ?? goodAnswer(command, tag));
};
async function failureOf(work: Promise<unknown>): Promise<OutsideSystemFailed> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof OutsideSystemFailed) return error;
  throw new Error(`it failed otherwise, or not at all: ${String(error)}`);
}

describe('a mailbox that cannot be read is tried again, and never waited for', () => {
  test('this stand-in is read when it does what it should', async () => {
    await begin(greeting);
    expect(await world().look()).toMatchObject([{ text: 'Brev 1' }, { text: 'Brev 2' }]);
    expect(server.commands.some((command) => command.startsWith('EXAMINE'))).toBe(true);
    expect(server.commands.join('\n')).not.toMatch(/STORE|SELECT|EXPUNGE|BODY\[/i);
    expect(server.commands.filter((command) => command.includes('BODY.PEEK[]'))).toHaveLength(2);
  });

  const on = (name: string, answer: ImapAnswer) => (command: string) =>
    command.startsWith(name) ? answer : null;
  const faults: [string, ImapAnswer, (command: string, tag: string) => ImapAnswer | null][] = [
    ['says nothing at all', 'stall', () => null],
    ['hangs up at once', 'cut', () => null],
    ['is busy', '* BYE too many connections\r\n', () => null],
    ['speaks something else', 'HTTP/1.1 400 Bad Request\r\n\r\n', () => 'what?\r\n'],
    ['says a letter at a time', 'drip', () => null],
    ['is silent when we sign in', greeting, on('LOGIN', 'stall')],
    ['hangs up when we sign in', greeting, on('LOGIN', 'cut')],
    [
      'has no such folder',
      greeting,
      (command, tag) => (/^(?:EXAMINE|SELECT)/.test(command) ? `${tag} NO no such hemlig\r\n` : null),
    ],
    ['is silent at the search', greeting, on('UID SEARCH', 'stall')],
    ['drips at the search', greeting, on('UID SEARCH', 'drip')],
    [
      'refuses the search',
      greeting,
      (command, tag) => (command.startsWith('UID SEARCH') ? `${tag} BAD hemlig\r\n` : null),
    ],
    ['hangs up at the first mail', greeting, on('UID FETCH', 'cut')],
    ['is silent at the first mail', greeting, on('UID FETCH', 'stall')],
    [
      'announces a mail without end',
      greeting,
      on('UID FETCH', '* 1 FETCH (UID 1 BODY[]<0> {4000000000}\r\n'),
    ],
    [
      'ends in the middle of a mail',
      greeting,
      on('UID FETCH', '* 1 FETCH (UID 1 BODY[]<0> {100}\r\nFrom: a'),
    ],
  ];
  test.each(faults)('that %s', async (_name, said, answer) => {
    await begin(said, answer);
    const failure = await failureOf(world().look());
    expect(failure).toMatchObject({ retryable: true, ambiguous: false });
    expect(`${failure.message} ${JSON.stringify(failure)}`).not.toMatch(/hemlig|vaktis/);
  });

  test('that refuses our sign-in, without the password or its words in the error', async () => {
    await begin(greeting, (command, tag) =>
      command.startsWith('LOGIN') ? `${tag} NO [AUTHENTICATIONFAILED] anna@hemlig.example\r\n` : null,
    );
    const failure = await failureOf(world().look());
    expect(failure.message).toBe('the mailbox refused our sign-in (AUTHENTICATIONFAILED)');
    expect(failure).toMatchObject({ retryable: true });
  });

  test('that is not there', async () => {
    await begin(greeting);
    await server.close();
    expect((await failureOf(world().look())).message).toContain('ECONNREFUSED');
    await begin(greeting);
  });

  test('that has no TLS where it is asked for: the password does not go out', async () => {
    await begin(greeting);
    const imap = { host: '127.0.0.1', port: server.port, tls: 'starttls' };
    expect(await failureOf(world({ settings: { imap } }).look())).toMatchObject({ retryable: true });
    const implicit = { ...imap, tls: 'implicit' };
    expect(await failureOf(world({ settings: { imap: implicit } }).look())).toMatchObject({
      retryable: true,
    });
    expect(server.commands.join('\n')).not.toMatch(/LOGIN|AUTHENTICATE/);
  });
});

test.each<ImapAnswer>(['cut', 'stall'])(
  'what was read before the connection went counts, and the rest comes later: %s',
  async (fault) => {
    let isBroken = true;
    await begin(greeting, (command) => (isBroken && command.startsWith('UID FETCH 2') ? fault : null));
    const { look } = world();
    expect(await look()).toMatchObject([{ text: 'Brev 1' }]);
    isBroken = false;
    expect(await look()).toMatchObject([{ text: 'Brev 2' }]);
  },
);

test.each(['NO [UNAVAILABLE] hemlig', 'BAD hemlig'])(
  'a mail that their server cannot hand out (%s) is passed over with a line in the log',
  async (said) => {
    await begin(greeting, (command, tag) =>
      command.startsWith('UID FETCH 1') ? `${tag} ${said}\r\n` : null,
    );
    const { look, logged } = world();
    expect(await look()).toMatchObject([{ text: 'Brev 2' }]);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('hemlig');
  },
);

test('the newest mail, while their server does not give it out, is tried again and not lost', async () => {
  let isBusy = true;
  await begin(greeting, (command, tag) =>
    isBusy && command.startsWith('UID FETCH 2') ? `${tag} NO busy\r\n` : null,
  );
  const { look, logged } = world();
  expect(await look()).toMatchObject([{ text: 'Brev 1' }]);
  await failureOf(look());
  isBusy = false;
  expect(await look()).toMatchObject([{ text: 'Brev 2' }]);
  expect(logged).toEqual([]);
});

test('a mail that vanished between the search and its turn is passed over', async () => {
  await begin(greeting, (command, tag) => (command.startsWith('UID FETCH 1') ? `${tag} OK none\r\n` : null));
  const { look } = world();
  expect(await look()).toMatchObject([{ text: 'Brev 2' }]);
});

describe('settings', () => {
  test('without a mailbox nothing is asked, and the mark stays', async () => {
    await begin(greeting);
    const { connector, desk } = world({ settings: { imap: undefined } });
    expect(await connector.follow?.(desk, [], 'märke')).toEqual({ news: [], mark: 'märke' });
    expect(server.commands).toEqual([]);
  });

  test.each([
    { imap: { host: 'imap.example.se', tls: 'none' } },
    { imap: { host: 'imap.example.se', port: 0 } },
    { imap: { host: 'imap example' } },
    { imap: { host: '127.0.0.1', folder: 'a\r\nb' } },
    { senders: [] },
    { senders: ['@leverantor.example'] },
    { senders: ['leverantor'] },
    { senders: ['*.example'] },
    { authenticated_by: '' },
    { reply_to: 'ingen' },
    { states: { 'Klart!': 'done' } },
  ])('%j are final faults that name the contractor and the field', async (settings) => {
    await begin(greeting);
    const failure = await failureOf(world({ settings }).look());
    expect(failure.retryable).toBe(false);
    expect(failure.message).toContain(`contractor servicedesk have faults: ${Object.keys(settings)[0]}`);
  });

  test('a sign-in that is missing is a final fault', async () => {
    await begin(greeting);
    const failure = await failureOf(world({ password: null }).look());
    expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining('no sign-in') });
  });
});
