import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailSender } from '#adapters/contractor/email/config.ts';
import { createEmailConnector } from '#adapters/contractor/email/index.ts';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { filterForContractor } from '#bot/handoff/boundary.ts';
import type { ContractorTicket, MessagePlace } from '#bot/handoff/contractor-connector.ts';
import { startFaultyImap } from '../support/faulty-imap.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { contractor } from '../support/small-desk.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

const desk = contractor({ connector: 'email', email: 'servicedesk@leverantor.example' });
const nobody = { access: new Map(), logger: { warn: () => undefined } };
const limits = { connect: 2_000, silence: 300, total: 5_000 };
const password = 'hemligt-lösenord';

let server: TestSmtpServer;
beforeEach(async () => {
  server = await startSmtpServer();
});
afterEach(() => server.close());

function sender(changes: Partial<MailSender['server']> = {}): MailSender {
  const at = { host: '127.0.0.1', port: server.port, secure: false, requireTls: false, auth: null };
  return {
    server: { ...at, ...changes },
    from: 'vaktis@kommunen.example',
    domain: 'vaktis.kommunen.example',
  };
}

const connector = (mail: MailSender | null = sender()) =>
  createEmailConnector({
    ...nobody,
    mail,
    now: () => new Date('2026-11-23T10:00:00Z'),
    language: 'sv',
    limits,
  });

async function ticketOf(
  words = 'Kontot är låst',
  place: Partial<MessagePlace> = {},
): Promise<ContractorTicket> {
  const world = createWorld();
  const { case: opened } = await open(world, { text: words, category: { id: 'account', confidence: 1 } });
  const filtered = filterForContractor(opened, desk, world.desk);
  const message = { number: 1, earlier: [], unsureTries: 0, ...place };
  return {
    reference: opened.number,
    case: filtered.case,
    deskName: 'Testdesken',
    siteName: 'Solen',
    message,
  };
}

async function failureOf(work: Promise<unknown>): Promise<OutsideSystemFailed> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof OutsideSystemFailed) return error;
  throw new Error(`it failed otherwise, or not at all: ${String(error)}`);
}

describe('a case by e-mail', () => {
  test('is one letter in Swedish with the case number, what is known, and what was left out', async () => {
    const ticket = await ticketOf('Kontot är låst.\nSkärmen säger åäö');
    expect(await connector().create(ticket, desk)).toEqual({ contractorReference: null });
    expect(server.received).toHaveLength(1);
    const [{ to, mail } = { to: [], mail: null }] = server.received;
    expect(to).toEqual(['servicedesk@leverantor.example']);
    expect(mail?.subject).toMatch(/^\[VK-1001\] Kontot är låst/);
    expect(mail?.from).toMatchObject({ name: 'Vaktis, Testdesken', address: 'vaktis@kommunen.example' });
    expect(mail?.text).toContain('Ärende VK-1001 från Testdesken.');
    expect(mail?.text).toContain('> Kontot är låst.\n> Skärmen säger åäö');
    expect(mail?.text).toContain('Anmält av: Eva, Barnskötare, 08-000 00 99');
    expect(mail?.text).toContain('switch: SW-441');
    expect(mail?.text).toContain('Utelämnat: alarm_code, key_location');
    expect(mail?.text).toContain('en bot');
    expect(mail?.html).toBeUndefined();
    expect(mail?.attachments).toEqual([]);
  });

  test('carries headers that keep machines from answering and mail in its thread', async () => {
    await connector().create(await ticketOf(), desk);
    const mail = server.received[0]?.mail;
    const headers = Object.fromEntries((mail?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      'message-id': '<VK-1001.1@vaktis.kommunen.example>',
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'reply-to': 'vaktis@kommunen.example',
      'x-vaktis-case': 'VK-1001',
    });
    expect(headers).not.toHaveProperty('in-reply-to');
    expect(headers).not.toHaveProperty('x-vaktis-possible-duplicate');
  });

  test('never holds what was withheld, nor technicians’ notes', async () => {
    await connector().create(await ticketOf('larmkoden är 907612 och nyckeln ligger bakom elskåpet'), desk);
    const text = `${server.received[0]?.mail.subject} ${server.received[0]?.mail.text}`;
    expect(text).toContain('larmkoden är […]');
    expect(text).not.toMatch(/907612|bakom elskåpet/);
  });

  test('names attachments and does not send them', async () => {
    const ticket = await ticketOf();
    const attachments = [{ name: 'skärm.png', contentType: 'image/png' }];
    const packet = { ...ticket.case.packet, attachments };
    await connector().create({ ...ticket, case: { ...ticket.case, packet } }, desk);
    expect(server.received[0]?.mail.text).toContain('Bilagor: skärm.png');
    expect(server.received[0]?.mail.attachments).toEqual([]);
  });

  test('is in English for a contractor who reads English', async () => {
    const english = contractor({ ...desk, settings: { language: 'en' } });
    await connector().create(await ticketOf(), english);
    expect(server.received[0]?.mail.text).toContain('Case VK-1001 from Testdesken.');
  });

  test('of a critical case says so to mail programs', async () => {
    const ticket = await ticketOf();
    const priority = { ...ticket.case.priority, level: 'critical' } as const;
    await connector().create({ ...ticket, case: { ...ticket.case, priority } }, desk);
    expect(server.received[0]?.raw).toMatch(/^Importance: high$/m);
  });

  test('comments follow in the same thread, with the whole chain', async () => {
    const ticket = await ticketOf('Kontot är låst', { number: 4, earlier: [1, 3] });
    await connector().comment(ticket, desk, 'Eva lägger till: det gick över\nnästan');
    const mail = server.received[0]?.mail;
    expect(mail?.messageId).toBe('<VK-1001.4@vaktis.kommunen.example>');
    expect(mail?.inReplyTo).toBe('<VK-1001.3@vaktis.kommunen.example>');
    expect(mail?.references).toBe('<VK-1001.1@vaktis.kommunen.example> <VK-1001.3@vaktis.kommunen.example>');
    expect(mail?.subject).toBe('[VK-1001] Kontot är låst');
    expect(mail?.text).toContain('> Eva lägger till: det gick över\n> nästan');
  });

  test('after a try that may have arrived has the same id and says that it may be a repeat', async () => {
    const ticket = await ticketOf('Kontot är låst', { unsureTries: 2 });
    await connector().create(ticket, desk);
    const received = server.received[0];
    expect(received?.mail.messageId).toBe('<VK-1001.1@vaktis.kommunen.example>');
    expect(received?.mail.subject).toBe('[VK-1001] Kanske redan skickat: Kontot är låst');
    expect(received?.mail.text).toMatch(/^Det här brevet kan ha kommit fram redan/);
    expect(received?.raw).toMatch(/^X-Vaktis-Possible-Duplicate: 2$/m);
  });
});

describe('whatever people write', () => {
  const nasty = [
    'Hej\r\nBcc: angripare@example.com',
    'Hej\nSubject: annat\n\nkropp',
    'Hej\u2028Bcc: angripare@example.com',
    'Hej\u0000\u0085X-Evil: 1',
    `=?utf-8?Q?Hej=0D=0ABcc:_angripare@example.com?=`,
    '\r\n.\r\nMAIL FROM:<angripare@example.com>',
  ];

  test.each(nasty)('%j becomes neither a header nor a recipient', async (words) => {
    const ticket = await ticketOf(words);
    const hostile = { ...ticket, deskName: words, case: { ...ticket.case, title: words } };
    await connector().create(hostile, desk);
    expect(server.received).toHaveLength(1);
    const [{ to, raw } = { to: [], raw: '' }] = server.received;
    expect(to).toEqual(['servicedesk@leverantor.example']);
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(head).not.toMatch(/^(?:bcc|x-evil|mail from)\b/im);
    expect(head.match(/^subject:/gim)).toHaveLength(1);
    expect(raw).toContain('Message-ID: <VK-1001.1@');
  });

  test.each(['a@b.example, c@d.example', 'a@b.example\nBcc: c@d.example', '<a@b.example>', 'ingen'])(
    'the address %j is refused before anything is sent',
    async (email) => {
      const failure = await failureOf(connector().create(await ticketOf(), contractor({ ...desk, email })));
      expect(failure.retryable).toBe(false);
      expect(server.received).toEqual([]);
    },
  );

  test('a long first line is cut in the subject and whole in the letter', async () => {
    const words = 'ångest över skrivaren 🙂 '.repeat(400);
    const ticket = await ticketOf(words);
    await connector().create({ ...ticket, case: { ...ticket.case, title: words } }, desk);
    expect(Array.from(server.received[0]?.mail.subject ?? '').length).toBeLessThan(120);
    expect(server.received[0]?.mail.text).toContain(words.trim());
    expect(Math.max(...(server.received[0]?.raw ?? '').split('\r\n').map((row) => row.length))).toBeLessThan(
      998,
    );
  });
});

describe('when the mail server does not take it', () => {
  const at = ['sender', 'recipient', 'letter'] as const;

  test.each(at)('a 4xx at the %s is tried again, and is no duplicate', async (where) => {
    server.behave({ kind: 'refuse', at: where, code: 451 });
    const failure = await failureOf(connector().create(await ticketOf(), desk));
    expect(failure).toMatchObject({ retryable: true, ambiguous: false });
    expect(failure.message).toContain('451');
    await connector().create(await ticketOf(), desk);
    expect(server.received.at(-1)?.mail.subject).toBe('[VK-1001] Kontot är låst');
  });

  test.each(at)('a 5xx at the %s is final', async (where) => {
    server.behave({ kind: 'refuse', at: where, code: 550 });
    const failure = await failureOf(connector().create(await ticketOf(), desk));
    expect(failure).toMatchObject({ retryable: false, ambiguous: false });
    expect(failure.message).toMatch(/550/);
  });

  test('a cut before the letter is tried again, and is no duplicate', async () => {
    server.behave({ kind: 'cut', at: 'recipient' });
    const failure = await failureOf(connector().create(await ticketOf(), desk));
    expect(failure).toMatchObject({ retryable: true, ambiguous: false });
  });

  test('a cut after the letter is tried again, and may be a duplicate', async () => {
    server.behave({ kind: 'cut', at: 'letter' });
    const failure = await failureOf(connector().create(await ticketOf(), desk));
    expect(failure).toMatchObject({ retryable: true, ambiguous: true });
    expect(server.received).toHaveLength(1);
  });

  test.each([
    ['greeting', false],
    ['recipient', false],
    ['letter', true],
  ] as const)('silence at the %s ends by itself; may it have arrived: %s', async (where, ambiguous) => {
    server.behave({ kind: 'stall', at: where });
    const soon = createEmailConnector({
      ...nobody,
      mail: sender(),
      now: () => new Date(),
      language: 'sv',
      limits: { connect: 300, silence: 300, total: 2_000 },
    });
    expect(await failureOf(soon.create(await ticketOf(), desk))).toMatchObject({
      retryable: true,
      ambiguous,
    });
  });

  test('a server that answers a letter at a time is left in the end', async () => {
    const slow = await startFaultyImap('drip', () => 'stall');
    const patient = createEmailConnector({
      ...nobody,
      mail: sender({ port: slow.port }),
      now: () => new Date(),
      language: 'sv',
      limits: { connect: 5_000, silence: 5_000, total: 200 },
    });
    expect(await failureOf(patient.create(await ticketOf(), desk))).toMatchObject({ retryable: true });
    await slow.close();
  });

  test('nobody at the port is tried again', async () => {
    const mail = sender();
    await server.close();
    expect(await failureOf(connector(mail).create(await ticketOf(), desk))).toMatchObject({
      retryable: true,
      ambiguous: false,
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('a password never goes out where TLS is asked for and missing', async () => {
    const mail = sender({ requireTls: true, auth: { user: 'vaktis', pass: password } });
    const failure = await failureOf(connector(mail).create(await ticketOf(), desk));
    expect(failure.ambiguous).toBe(false);
    expect(server.received).toEqual([]);
  });
});

describe('signing in', () => {
  const auth = { user: 'vaktis', pass: password };
  beforeEach(async () => {
    await server.close();
    server = await startSmtpServer(auth);
  });

  test('with the right password sends', async () => {
    await connector(sender({ auth })).create(await ticketOf(), desk);
    expect(server.received).toHaveLength(1);
  });

  test('with a wrong one is final, and neither password nor the server’s words are in the error', async () => {
    const wrong = { user: 'vaktis', pass: 'ett-annat-hemligt' };
    const failure = await failureOf(connector(sender({ auth: wrong })).create(await ticketOf(), desk));
    expect(failure.retryable).toBe(false);
    const all = JSON.stringify([failure.message, failure.stack, failure.cause, failure]);
    expect(all).not.toMatch(/hemligt|hemlig\.person|servicedesk@/);
  });
});

test('a refusal’s words, which name addresses, stay out of the error', async () => {
  server.behave({ kind: 'refuse', at: 'recipient', code: 550 });
  const failure = await failureOf(connector().create(await ticketOf(), desk));
  expect(failure.message).toBe('the mail server answered 550 5.1.1 (RCPT TO)');
  expect(failure.cause).toBeUndefined();
});

test('without a mail server the case goes to a person at once, not round and round', async () => {
  const registry = createContractorConnectors({ dataFolder: '/nowhere' });
  expect(await failureOf(registry(desk).create(await ticketOf(), desk))).toMatchObject({ retryable: false });
});
