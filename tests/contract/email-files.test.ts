import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isTokenOf } from '#adapters/contractor/email/reply-address.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { filterForContractor } from '#bot/handoff/boundary.ts';
import type { ContractorTicket, MessagePlace } from '#bot/handoff/contractor-connector.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { mailWorld, ourDomain, signingKey } from '../support/mail-answers.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

let server: TestSmtpServer;
beforeEach(async () => {
  server = await startSmtpServer();
});
afterEach(() => server.close());

const mails = (options: Parameters<typeof mailWorld>[2] = {}) =>
  mailWorld(1, 'vaktis', { smtpPort: server.port, ...options });

async function ticketOf(place: Partial<MessagePlace> = {}): Promise<ContractorTicket> {
  const world = createWorld();
  const { case: opened } = await open(world, { category: { id: 'account', confidence: 1 } });
  const filtered = filterForContractor(opened, mails().desk, world.desk);
  const message = { number: 1, earlier: [], unsureTries: 0, ...place };
  return {
    reference: opened.number,
    case: filtered.case,
    deskName: 'Testdesken',
    siteName: 'Solen',
    message,
  };
}

describe('a file for a contractor by e-mail', () => {
  const bytes = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255]);
  const file = { id: 'b1', name: 'skärm bild.png', contentType: 'image/png', bytes };

  test('arrives as it is, in the thread of its case', async () => {
    const { connector, desk } = mails();
    await connector.attach?.(await ticketOf({ number: 3, earlier: [1, 2] }), desk, file);
    const mail = server.received[0]?.mail;
    const [sent] = mail?.attachments ?? [];
    expect(sent).toMatchObject({
      filename: 'skärm bild.png',
      mimeType: 'image/png',
      disposition: 'attachment',
    });
    const content = sent?.content instanceof ArrayBuffer ? new Uint8Array(sent.content) : null;
    expect(content).toEqual(bytes);
    expect(mail?.subject).toMatch(/^\[VK-1001\] /);
    expect(mail?.text).toContain('En fil till ärende VK-1001: skärm bild.png');
    expect(mail?.references).toBe(`<VK-1001.1@${ourDomain}> <VK-1001.2@${ourDomain}>`);
  });

  test('has a Message-ID of its own, the same when it is tried again', async () => {
    const { connector, desk } = mails();
    const ticket = await ticketOf({ number: 2, earlier: [1] });
    await connector.attach?.(ticket, desk, file);
    await connector.attach?.(ticket, desk, file);
    await connector.attach?.(ticket, desk, { ...file, id: 'b2' });
    await connector.comment(ticket, desk, 'hej');
    const ids = server.received.map(({ mail }) => mail.messageId);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  test.each(['x\r\nBcc: a@b.example', 'text/html; charset=utf-8', ''])(
    'of the odd type %j is sent as bytes, and becomes no header',
    async (contentType) => {
      const { connector, desk } = mails();
      const name = 'bild\r\nBcc: a@b.example.png';
      await connector.attach?.(await ticketOf({ number: 2 }), desk, { ...file, name, contentType });
      expect(server.received[0]?.to).toEqual(['servicedesk@leverantor.example']);
      expect(server.received[0]?.mail.attachments[0]?.mimeType).toBe('application/octet-stream');
      expect(server.received[0]?.raw).not.toMatch(/^bcc:/im);
    },
  );
});

describe('where answers are read', () => {
  test('the letter asks for them, has an address of its case, and a mark that only we can make', async () => {
    const { connector, desk } = mails({ settings: { plus_addressing: true } });
    await connector.create(await ticketOf(), desk);
    const mail = server.received[0]?.mail;
    expect(mail?.text).toContain('Svara på det här brevet');
    expect(mail?.replyTo?.[0]?.address).toMatch(/^vaktis\+vk-1001-[0-9a-f]{20}@kommunen\.example$/);
    const token = mail?.headers.find(({ key }) => key === 'x-vaktis-token')?.value ?? '';
    expect(isTokenOf(token, 'VK-1001', { contractorId: 'servicedesk', key: signingKey })).toBe(true);
    expect(isTokenOf(token, 'VK-1002', { contractorId: 'servicedesk', key: signingKey })).toBe(false);
    expect(isTokenOf(token, 'VK-1001', { contractorId: 'annan', key: signingKey })).toBe(false);
  });

  test('answers go to another address where one is named, and to the sender where nothing is', async () => {
    const own = mails({ settings: { reply_to: 'helpdesk@kommunen.example' } });
    await own.connector.create(await ticketOf(), own.desk);
    const usual = mails();
    await usual.connector.create(await ticketOf(), usual.desk);
    expect(server.received.map(({ mail }) => mail.replyTo?.[0]?.address)).toEqual([
      'helpdesk@kommunen.example',
      'vaktis@kommunen.example',
    ]);
  });

  test('an address per case without a key to sign it is a final fault, and nothing is sent', async () => {
    const { connector, desk } = mails({ settings: { plus_addressing: true }, key: null });
    const failure = await connector.create(await ticketOf(), desk).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutsideSystemFailed);
    expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining('_WEBHOOK_SECRET') });
    expect(server.received).toEqual([]);
  });
});
