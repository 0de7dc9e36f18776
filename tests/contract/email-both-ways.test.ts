import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { addDetail, notResolved } from '#bot/handoff/requester-actions.ts';
import { createJobHandlers, type JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import {
  caseNow,
  createWorld,
  deliveriesTo,
  eventKinds,
  noticesTo,
  open,
  type World,
} from '../support/handoff-world.ts';
import { dovecot, imapPassword, startImapServer, type TestImapServer } from '../support/imap-server.ts';
import { mail, multipart, signingKey } from '../support/mail-answers.ts';
import { describeWith } from '../support/needs.ts';
import { contractor, smallDesk, upns } from '../support/small-desk.ts';
import { type Received, startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

const { eva, dispatcher } = upns;
const account = { category: { id: 'account', confidence: 1 } } as const;

describeWith(dovecot, 'a case by letter, both ways', () => {
  let imap: TestImapServer;
  let smtp: TestSmtpServer;
  let world: World;
  let handlers: JobHandlers;
  let user: string;
  let caseId: string;
  beforeAll(async () => {
    imap = await startImapServer();
  });
  afterAll(() => imap.close());
  beforeEach(async () => {
    user = `u${randomUUID()}`;
    smtp = await startSmtpServer();
    const byMail = contractor({
      connector: 'email',
      email: 'servicedesk@leverantor.example',
      settings: {
        imap: { host: '127.0.0.1', port: imap.port, tls: 'none' },
        senders: ['leverantor.example'],
        plus_addressing: true,
      },
    });
    world = createWorld({ desk: smallDesk({ settings: { contractors: [byMail] } }) });
    handlers = handlersOf(byMail);
    caseId = (await open(world, account)).case.id;
    await handlers['send-to-contractor']({ caseId });
  });
  afterEach(() => smtp.close());

  function handlersOf({ id }: Contractor): JobHandlers {
    const nothing = async () => undefined;
    const marks = new Map<string, string>();
    const server = { host: '127.0.0.1', port: smtp.port, secure: false, requireTls: false, auth: null };
    return createJobHandlers({
      storage: world.storage,
      deskSource: { current: async () => world.loaded },
      now: () => world.clock.at,
      newId: world.newId,
      logger: { info: () => undefined, warn: () => undefined },
      followMarks: {
        read: async (contractorId) => marks.get(contractorId) ?? null,
        save: async (contractorId, mark) => void marks.set(contractorId, mark),
      },
      connectors: createContractorConnectors({
        dataFolder: '/nowhere',
        now: () => world.clock.at,
        access: new Map([[id, { user, secret: imapPassword, webhookSecret: signingKey }]]),
        mail: { server, from: 'vaktis@kommunen.example', domain: 'kommunen.example' },
      }),
      deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
    });
  }

  const look = () =>
    handlers['follow-contractor']({ contractorId: 'servicedesk', references: null, failures: 0 });
  const letter = (n: number): Received => {
    const found = smtp.received[n];
    if (found === undefined) throw new Error(`only ${smtp.received.length} letters`);
    return found;
  };
  /** As a mail program answers a letter. */
  const answer = (words: string, n = 0, headers: Parameters<typeof mail>[1] = {}) => {
    const { mail: theirs, raw } = letter(n);
    const replyTo = theirs.replyTo?.[0]?.address ?? '';
    const quoted = (theirs.text ?? '').replaceAll(/^/gm, '> ');
    const text = `${words}\n\nDen mån 23 nov. 2026 kl 11:00 skrev Vaktis <${replyTo}>:\n\n${quoted}`;
    expect(raw).toContain('Auto-Submitted: auto-generated');
    const id = String(theirs.messageId);
    const all = {
      To: replyTo,
      Subject: `Sv: ${theirs.subject}`,
      'In-Reply-To': id,
      References: id,
      ...headers,
    };
    return imap.deliver(user, mail(text, all), { at: world.clock.at });
  };
  const events = () => noticesTo(world, eva).map(({ event }) => event);
  const send = () => handlers['send-to-contractor']({ caseId });

  test('their words reach the requester, hers reach them in the same thread', async () => {
    expect(letter(0).mail.replyTo?.[0]?.address).toMatch(/^vaktis\+vk-1001-[0-9a-f]{20}@kommunen\.example$/);
    await answer('Vilken dator gäller det?');
    await look();
    await look();
    expect(noticesTo(world, eva).filter(({ event }) => event === 'message')).toEqual([
      { event: 'message', text: 'Vilken dator gäller det?' },
    ]);
    await world.run((stores, ctx) =>
      addDetail(stores, ctx, { caseId, actor: world.person(eva), text: 'den vid fönstret' }),
    );
    await send();
    expect(letter(1).mail.inReplyTo).toBe(letter(0).mail.messageId);
    expect(letter(1).mail.text).toContain('den vid fönstret');
  });

  test('“Åtgärdat” asks the requester; her no goes out with the reason, and the next “Åtgärdat” asks again', async () => {
    await answer('Åtgärdat\n\nMvh Anna');
    await look();
    expect(caseNow(world, caseId)).toMatchObject({ state: 'resolved', resolution: 'Åtgärdat' });
    expect(events()).toContain('resolved');
    await world.run((stores, ctx) =>
      notResolved(stores, ctx, { caseId, actor: world.person(eva), text: 'fortfarande låst' }),
    );
    await send();
    expect(letter(1).mail.text).toContain('fortfarande låst');
    expect(letter(1).mail.references).toBe(letter(0).mail.messageId);
    expect(caseNow(world, caseId).state).not.toBe('resolved');
    world.moveTo(new Date(world.clock.at.getTime() + 60_000).toISOString());
    await answer('Åtgärdat', 1);
    await look();
    expect(caseNow(world, caseId).state).toBe('resolved');
    expect(events().filter((event) => event === 'resolved')).toHaveLength(2);
  });

  test('“Inte vårt” gives it to the technician with their words', async () => {
    await answer('Inte vårt. Ring vaktmästaren.');
    await look();
    expect(eventKinds(world, caseId)).toContain('bounced');
    expect(caseNow(world, caseId).assignee?.kind).not.toBe('contractor');
    const bounced = world.memory.events.find(({ kind }) => kind === 'bounced');
    expect(bounced?.data.words).toBe('Inte vårt. Ring vaktmästaren.');
  });

  test('while our letters cannot go out their answers are read all the same, and say nothing of the way out', async () => {
    await answer('Vilken dator gäller det?');
    await smtp.close();
    await world.run((stores, ctx) =>
      addDetail(stores, ctx, { caseId, actor: world.person(eva), text: 'den vid fönstret' }),
    );
    await send();
    const block = () => world.storage.stores.contractorLines.block('servicedesk');
    const before = await block();
    expect(before).not.toBeNull();
    await look();
    expect(events()).toContain('message');
    expect(await block()).toEqual(before);
  });

  test('a hundred absence notes say nothing, and nothing goes out on them', async () => {
    for (let n = 0; n < 100; n += 1) {
      await answer('Jag är på semester', 0, {
        'Auto-Submitted': 'auto-replied',
        Subject: 'Autosvar: [VK-1001]',
      });
    }
    const before = events();
    await look();
    await send();
    expect(events()).toEqual(before);
    expect(smtp.received).toHaveLength(1);
  });

  const bounce = (n: number) =>
    multipart(
      'report; report-type=delivery-status',
      [
        'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n',
        `Content-Type: message/rfc822\r\n\r\n${letter(n).raw}`,
      ],
      { From: 'MAILER-DAEMON@mx.example', 'Return-Path': '<>', Subject: 'Undelivered' },
    );

  test('a case whose letter came back goes to the dispatcher, the requester hears it, the case says why', async () => {
    await imap.deliver(user, bounce(0), { at: world.clock.at });
    await look();
    const lost = caseNow(world, caseId);
    expect(lost.offeredTo).toEqual({ kind: 'dispatcher', id: dispatcher });
    expect(lost.assignee).toBeNull();
    expect(events()).toContain('contractor-unreachable');
    expect(caseNow(world, caseId).packet.dialogue.at(-1)?.text).toMatch(/kom tillbaka/);
    await look();
    expect(events().filter((event) => event === 'contractor-unreachable')).toHaveLength(1);
  });

  test('a letter that names two cases is shown to nobody but told to the dispatcher, once', async () => {
    const other = (await open(world, account)).case;
    await handlers['send-to-contractor']({ caseId: other.id });
    await answer('Åtgärdat', 0, { Subject: `Sv: [VK-1001] och [${other.number}]` });
    await look();
    await look();
    for (const id of [caseId, other.id]) {
      const { state, packet } = caseNow(world, id);
      expect(state).toBe('in-progress');
      expect(packet.dialogue.filter(({ text }) => /nämner flera ärenden/.test(text))).toHaveLength(1);
      expect(packet.dialogue.some(({ who }) => who === 'contractor')).toBe(false);
    }
    expect(events()).not.toContain('message');
    expect(deliveriesTo(world, dispatcher).length).toBeGreaterThan(0);
  });

  test('a comment that came back leaves the case with them, and the dispatcher is shown it', async () => {
    await world.run((stores, ctx) =>
      addDetail(stores, ctx, { caseId, actor: world.person(eva), text: 'den vid fönstret' }),
    );
    await send();
    const cards = () => deliveriesTo(world, dispatcher).length;
    const before = cards();
    await imap.deliver(user, bounce(1), { at: world.clock.at });
    await look();
    expect(caseNow(world, caseId).assignee).toEqual({ kind: 'contractor', id: 'servicedesk' });
    expect(cards()).toBeGreaterThan(before);
    expect(events()).not.toContain('contractor-unreachable');
  });
});
