import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { promises } from '#adapters/contractor/email/index.ts';
import { replyAddressOf, tokenOf } from '#adapters/contractor/email/reply-address.ts';
import { dovecot, startImapServer, type TestImapServer } from '../support/imap-server.ts';
import { mail, mailWorld, multipart, ourDomain, signingKey } from '../support/mail-answers.ts';
import { describeWith } from '../support/needs.ts';

const signer = { contractorId: 'servicedesk', key: signingKey };
const textsOf = (news: readonly { kind: string; text?: string }[]) =>
  news.flatMap(({ kind, text }) => (kind === 'comment' ? [text] : []));

describeWith(dovecot, 'the answers to letters, in a mailbox', () => {
  let server: TestImapServer;
  /** Every test has a mailbox of its own. */
  let user: string;
  beforeAll(async () => {
    server = await startImapServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    user = `u${randomUUID()}`;
  });
  const world = (options?: Parameters<typeof mailWorld>[2]) => mailWorld(server.port, user, options);
  const deliver = (raw: string | Buffer, options?: { at?: Date; folder?: string }) =>
    server.deliver(user, raw, options);
  const whyNot = ({ logged }: ReturnType<typeof mailWorld>) =>
    logged.map(({ data }) => 'why' in data && data.why);

  test('it promises what it does', () => {
    const { connector } = world();
    expect(connector.follow !== undefined).toBe(promises.commentsBack && promises.status);
    expect(connector.attach !== undefined).toBe(promises.files);
    expect(connector.reopen !== undefined).toBe(promises.reopen);
    expect(connector.readWebhook).toBeUndefined();
  });

  test('an answer is heard once, with who wrote it, and stays unread for people', async () => {
    const at = new Date('2026-11-23T09:01:00Z');
    await deliver(mail('Vi kommer på fredag.\n\nMvh Anna\n\n> Kontot är låst'), { at });
    const { look } = world({ now: () => at });
    const news = await look();
    expect(news).toMatchObject([
      { kind: 'comment', reference: 'VK-1001', author: 'Anna Ek', text: 'Vi kommer på fredag.', at },
    ]);
    expect(await look()).toEqual([]);
    await deliver(mail('En sak till.'));
    expect(textsOf(await look())).toEqual(['En sak till.']);
    await server.change(user, async (client) => {
      await client.mailboxOpen('INBOX');
      expect(await client.search({ seen: true })).toEqual([]);
    });
  });

  test('what is solved or not theirs is told beside the words, and twice when it is said twice', async () => {
    const { look } = world();
    await deliver(mail('Åtgärdat.'), { at: new Date('2026-11-23T09:00:00Z') });
    await deliver(mail('Åtgärdat.'), { at: new Date('2026-11-23T11:00:00Z') });
    await deliver(mail('Fel kö.', { Subject: 'Sv: [VK-1002] Skrivaren' }));
    const states = (await look()).flatMap((news) => (news.kind === 'state' ? [news] : []));
    expect(states.map(({ reference, state }) => [reference, state])).toEqual([
      ['VK-1001', 'resolved'],
      ['VK-1001', 'resolved'],
      ['VK-1002', 'returned'],
    ]);
    expect(new Set(states.map(({ theirs }) => theirs)).size).toBe(3);
  });

  describe('finds the case', () => {
    const plain = { Subject: 'Angående ert ärende' };
    test('by the letter that is answered', async () => {
      const { look } = world();
      await deliver(mail('Hej', { ...plain, 'In-Reply-To': `<VK-1002.3@${ourDomain}>` }));
      await deliver(
        mail('Hej', {
          ...plain,
          References: `<x@y>\r\n <VK-1001.1@${ourDomain}> <VK-1002.2@${ourDomain}> <z@w>`,
        }),
      );
      await deliver(mail('Hej', { ...plain, 'In-Reply-To': '<VK-1001.3@annan.example>' }));
      expect((await look()).map(({ reference }) => reference)).toEqual(['VK-1002', 'VK-1002']);
    });

    test.each([
      'Sv: SV: [VK-1001] Kontot',
      'RE: [Ticket#4711] [vk-1001] Kontot',
      '=?iso-8859-1?Q?Re=3A_=5BVK-1001=5D_Kontot_=E4r_l=E5st?=',
      '=?utf-8?B?U3Y6IFtWSy0xMDAxXSBLb250b3Qgw6RyIGzDpXN0?=',
      'INC0012 om VK-1001: kontot',
      'Re: [VK-1001] Samma fel som i VK-1002',
    ])('by its number in the subject %s', async (Subject) => {
      const { look } = world();
      await deliver(mail('Hej', { Subject }));
      expect((await look()).map(({ reference }) => reference)).toEqual(['VK-1001']);
    });

    test.each(['Re: VK-10010', 'Re: AVK-1001', 'Re: VK-1001-2', 'Re: INC-1001', 'Hej'])(
      'not by another number: %s',
      async (Subject) => {
        const found = world();
        await deliver(mail('Hej', { Subject }));
        expect(await found.look()).toEqual([]);
        expect(whyNot(found)[0]).toMatch(/^(?:no-case|not-their-case)$/);
      },
    );

    test('by the address of the case, which cannot be guessed', async () => {
      const own = replyAddressOf(
        'VK-1002',
        {
          server: { host: '', port: 1, secure: false, requireTls: false, auth: null },
          from: 'vaktis@kommunen.example',
          domain: '',
        },
        { plus_addressing: true },
        signer,
      );
      expect(own).toMatch(/^vaktis\+vk-1002-[0-9a-f]{20}@kommunen\.example$/);
      const found = world();
      await deliver(
        mail('Till ärendet', { ...plain, To: `"Vaktis, desken" <${own.toUpperCase()}>, x@y.example` }),
      );
      await deliver(mail('Till ärendet', { ...plain, To: 'lista@leverantor.example', 'Delivered-To': own }));
      expect((await found.look()).map(({ reference }) => reference)).toEqual(['VK-1002', 'VK-1002']);
      const forged = own.replace('vk-1002', 'vk-1001');
      await deliver(mail('Gissat', { ...plain, To: forged }));
      await deliver(mail('Gissat', { ...plain, To: `vaktis+vk-1001-${'0'.repeat(20)}@kommunen.example` }));
      expect(await found.look()).toEqual([]);
    });

    test('and not when several are named: then people are told, and nobody sees another’s words', async () => {
      const { look } = world();
      await deliver(mail('Åtgärdat båda', { Subject: 'Sv: [VK-1001] och [VK-1002]' }));
      await deliver(
        mail('Åtgärdat', { Subject: 'Sv: [VK-1001]', 'In-Reply-To': `<VK-1002.1@${ourDomain}>` }),
      );
      expect((await look()).map(({ kind, reference }) => [kind, reference])).toEqual([
        ['trouble', 'VK-1001'],
        ['trouble', 'VK-1002'],
        ['trouble', 'VK-1002'],
        ['trouble', 'VK-1001'],
      ]);
    });

    test('and takes words about another case for nothing but words', async () => {
      const { look } = world();
      await deliver(mail('Löst. Även VK-1002 är löst.'));
      expect((await look()).map(({ kind }) => kind)).toEqual(['comment']);
    });
  });

  describe('believes', () => {
    test.each([
      { From: 'Anna <anna@annan.example>' },
      { From: '"anna@leverantor.example" <anna@annan.example>' },
      { From: 'anna@leverantor.example.annan.example' },
      { From: 'anna@under.leverantor.example' },
      { From: 'anna@leverantor.example, olle@annan.example' },
      { From: ['anna@leverantor.example', 'anna@annan.example'] },
      { From: 'anna@leverantor.example@annan.example' },
      { From: '' },
      { From: null },
      { From: '=?utf-8?Q?anna=40leverantor.example?= <anna@annan.example>' },
      { From: 'Grupp: anna@leverantor.example;' },
    ])('nobody else: %j', async (headers) => {
      const found = world();
      await deliver(mail('Löst', headers));
      expect(await found.look()).toEqual([]);
      expect(whyNot(found)).toEqual(['not-theirs']);
    });

    test('one address, where no domain is named', async () => {
      const { look } = world({ settings: { senders: undefined } });
      await deliver(mail('Från en annan', {}));
      await deliver(mail('Härifrån', { From: 'Servicedesk <SERVICEDESK@Leverantor.example>' }));
      expect(textsOf(await look())).toEqual(['Härifrån']);
    });

    const judged = { settings: { authenticated_by: 'mx.kommunen.example' } };
    test.each([
      'mx.kommunen.example; dmarc=pass (p=reject) header.from=leverantor.example',
      'mx.kommunen.example 1; spf=fail smtp.mailfrom=x.example; dkim=pass header.d=leverantor.example',
      'MX.kommunen.example;\r\n spf=pass smtp.mailfrom=anna@leverantor.example',
    ])('what our server vouches for: %s', async (results) => {
      const { look } = world(judged);
      await deliver(mail('Vi kommer', { 'Authentication-Results': results }));
      expect(textsOf(await look())).toEqual(['Vi kommer']);
    });

    test.each<string | string[] | null>([
      null,
      'mx.kommunen.example; none',
      'mx.annan.example; dmarc=pass header.from=leverantor.example',
      'mx.kommunen.example; dmarc=fail header.from=leverantor.example; dkim=pass header.d=leverantor.example',
      'mx.kommunen.example; dmarc=pass header.from=annan.example',
      'mx.kommunen.example; spf=pass smtp.mailfrom=annan.example',
      'mx.kommunen.example; dkim=pass header.d=annan.example header.from=leverantor.example',
      'mx.kommunen.example; spf=none (dmarc=pass header.from=leverantor.example)',
      'mx.kommunen.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=leverantor.example; y"@annan.example',
      'mx.kommunen.example; dkim=permerror header.d=leverantor.example',
      ['mx.kommunen.example; dmarc=fail', 'mx.kommunen.example; dmarc=pass header.from=leverantor.example'],
    ])('not what it does not: %j', async (results) => {
      const found = world(judged);
      await deliver(mail('Löst', { 'Authentication-Results': results }));
      expect(await found.look()).toEqual([]);
      expect(whyNot(found)).toEqual(['not-theirs']);
    });
  });

  describe('of machines hears nothing', () => {
    test.each([
      { 'Auto-Submitted': 'auto-replied' },
      { 'Auto-Submitted': 'auto-generated' },
      { 'Auto-Submitted': 'auto-notified; x=y' },
      { 'X-Auto-Response-Suppress': 'All' },
      { Precedence: 'bulk' },
      { Precedence: 'list' },
      { Precedence: 'auto_reply' },
      { 'X-Autoreply': 'yes' },
      { 'List-Id': '<nyheter.leverantor.example>' },
      { 'Return-Path': '<>' },
      { Subject: 'Automatiskt svar: [VK-1001] Kontot' },
      { Subject: 'Out of Office: [VK-1001] Kontot' },
      { Subject: 'Frånvaromeddelande: [VK-1001]' },
      { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' },
      { 'Message-ID': `<VK-1001.1@${ourDomain}>` },
    ])('%j', async (headers) => {
      const found = world();
      await deliver(mail('Löst', headers));
      expect(await found.look()).toEqual([]);
      expect(found.logged).toEqual([]);
    });

    test('but a person’s “Auto-Submitted: no” is a person', async () => {
      const { look } = world();
      await deliver(mail('Jag svarar själv', { 'Auto-Submitted': 'no' }));
      expect(textsOf(await look())).toEqual(['Jag svarar själv']);
    });

    test('but a helpdesk’s notifications where the desk says so; absence notes never', async () => {
      const { look } = world({ settings: { notifications: true } });
      await deliver(
        mail('Ny kommentar: vi har beställt en kabel', {
          'Auto-Submitted': 'auto-generated',
          Precedence: 'bulk',
        }),
      );
      await deliver(
        mail('Jag är på semester', { 'Auto-Submitted': 'auto-generated', Subject: 'Autosvar: [VK-1001]' }),
      );
      await deliver(mail('Jag är på semester', { 'Auto-Submitted': 'auto-replied' }));
      expect(textsOf(await look())).toEqual(['Ny kommentar: vi har beställt en kabel']);
    });
  });

  describe('a letter that came back', () => {
    const returned = (reference: string, token: string | null) =>
      `Content-Type: text/rfc822-headers\r\n\r\nReferences: <VK-1001.1@${ourDomain}>\r\nMessage-ID: <${reference}.2@${ourDomain}>\r\n${token === null ? '' : `X-Vaktis-Token: ${token}\r\n`}Subject: x\r\n`;
    const report = (action: string, last: string) =>
      multipart(
        'report; report-type=delivery-status',
        [
          'Content-Type: text/plain\r\n\r\nDet gick inte.',
          `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; x@y\r\nAction: ${action}\r\nStatus: 5.1.1\r\n`,
          last,
        ],
        { From: 'MAILER-DAEMON@mx.example', 'Return-Path': '<>', Subject: 'Undelivered Mail' },
      );

    test('is told of, for certain when it carries our own mark', async () => {
      const { look } = world();
      await deliver(report('failed', returned('VK-1002', tokenOf('VK-1002', signer))));
      await deliver(report('failed', returned('VK-1002', tokenOf('VK-1001', signer))));
      await deliver(report('failed', returned('VK-1002', null)));
      const heard = (await look()).map((news) => ({ ...news, id: '', at: null }));
      const told = { kind: 'trouble', trouble: 'undelivered', reference: 'VK-1002', message: 2 };
      expect(heard).toMatchObject([
        { ...told, certain: true },
        { ...told, certain: false },
        { ...told, certain: false },
      ]);
    });

    test('with the whole letter, and from a server that knows no reports, too', async () => {
      const { look } = world();
      const letter = `Message-ID: <VK-1001.1@${ourDomain}>\r\nX-Vaktis-Token: ${tokenOf('VK-1001', signer)}\r\n\r\nHej`;
      await deliver(report('failed', `Content-Type: message/rfc822\r\n\r\n${letter}`));
      await deliver(
        mail(`Hi. This is the qmail-send program.\n\n--- Below\n\n${letter}`, {
          From: 'MAILER-DAEMON@mx.example',
          'Return-Path': '<>',
          Subject: 'failure notice',
        }),
      );
      expect(await look()).toMatchObject([
        { trouble: 'undelivered', reference: 'VK-1001', message: 1, certain: true },
        { trouble: 'undelivered', reference: 'VK-1001', message: 1, certain: true },
      ]);
    });

    test('later than usual has not come back; of a stranger’s letter people find a line in the log', async () => {
      const found = world();
      await deliver(report('delayed', returned('VK-1001', tokenOf('VK-1001', signer))));
      expect(await found.look()).toEqual([]);
      expect(found.logged).toEqual([]);
      await deliver(report('failed', 'Content-Type: text/plain\r\n\r\nMessage-ID: <a@b>'));
      expect(await found.look()).toEqual([]);
      expect(whyNot(found)).toEqual(['bounce-of-something']);
    });
  });

  describe('reads', () => {
    const bodies: [string, string | Buffer][] = [
      [
        'Swedish in quoted-printable',
        mail('Vi =C3=A5ker p=C3=A5 =\nfredag, =E2=82=AC=20', {
          'Content-Transfer-Encoding': 'quoted-printable',
        }),
      ],
      [
        'Swedish in windows-1252',
        Buffer.from(
          mail('Vi åker på fredag, \x80', { 'Content-Type': 'text/plain; charset=windows-1252' }),
          'latin1',
        ),
      ],
      [
        'base64',
        mail(Buffer.from('Vi åker på fredag, €').toString('base64'), {
          'Content-Transfer-Encoding': 'base64',
        }),
      ],
      [
        'HTML only',
        mail(
          '<html><body><p>Vi &aring;ker p&#229; fredag, &#8364;</p><blockquote>Kontot</blockquote></body></html>',
          { 'Content-Type': 'text/html; charset=utf-8' },
        ),
      ],
      [
        'both forms',
        multipart('alternative', [
          'Content-Type: text/plain; charset=utf-8\r\n\r\nVi åker på fredag, €',
          'Content-Type: text/html\r\n\r\n<b>annat</b>',
        ]),
      ],
      [
        'an empty text beside HTML',
        multipart('alternative', [
          'Content-Type: text/plain\r\n\r\n \r\n',
          'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Vi åker på fredag, €</p>',
        ]),
      ],
      [
        'flowed text',
        mail('Vi åker på \nfredag, €', { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' }),
      ],
      [
        'a forwarded letter beside the words',
        multipart('mixed', [
          'Content-Type: text/plain; charset=utf-8\r\n\r\nVi åker på fredag, €',
          'Content-Type: message/rfc822\r\n\r\nFrom: x@y\r\nSubject: [VK-1002]\r\n\r\nLöst',
        ]),
      ],
    ];
    test.each(bodies)('%s', async (_name, raw) => {
      const { look } = world();
      await deliver(raw);
      expect(textsOf(await look())).toEqual(['Vi åker på fredag, €']);
    });

    test('names what came along, winmail.dat too, but no picture of a signature', async () => {
      const { look } = world();
      await deliver(
        multipart('mixed', [
          'Content-Type: text/plain\r\n\r\nSe bilagan.',
          'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Disposition: attachment; filename="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+Ig==',
          `Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''r%C3%A4kning%0D%0A.pdf\r\n\r\nx`,
          'Content-Type: image/png; name="logo.png"\r\nContent-Disposition: inline; filename="logo.png"\r\nContent-ID: <logo>\r\n\r\nx',
        ]),
      );
      expect(textsOf(await look())).toEqual([
        'Se bilagan.\n\n(Bifogat i e-posten, inte hämtat hit: winmail.dat, räkning .pdf)',
      ]);
    });

    test('of a huge mail its beginning, with one line in the log', async () => {
      const found = world({ reads: { mails: 10, bytes: 20_000 } });
      await deliver(
        multipart('mixed', [
          'Content-Type: text/plain\r\n\r\nLöst.',
          `Content-Type: image/png; name="stor.png"\r\nContent-Disposition: attachment; filename="stor.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUFB\r\n'.repeat(200_000)}`,
        ]),
      );
      await deliver(mail('Efteråt'));
      expect(textsOf(await found.look())).toEqual([expect.stringMatching(/^Löst\./), 'Efteråt']);
      expect(found.logged).toHaveLength(1);
      expect(found.logged[0]?.data).toMatchObject({ bytes: expect.any(Number) });
    });

    const rubbish: [string, string | Buffer][] = [
      ['nothing at all', '\r\n'],
      ['bytes', Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7) % 256))],
      ['headers without end', `Subject: ${'x'.repeat(400_000)}`],
      [
        'parts within parts',
        Array.from(
          { length: 200 },
          (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
        ).join(''),
      ],
      [
        'a part that never ends',
        multipart('mixed', ['Content-Type: text/plain\r\n\r\n']).replace('--grans--', ''),
      ],
      ['broken base64', mail('%%%', { 'Content-Transfer-Encoding': 'base64', Subject: 'x' })],
    ];
    test.each(rubbish)(
      '%s is passed over with one line at most, and holds up nothing',
      async (_name, raw) => {
        const found = world();
        await deliver(raw);
        await deliver(mail('Efter skräpet'));
        expect(textsOf(await found.look())).toEqual(['Efter skräpet']);
        expect(found.logged.length).toBeLessThanOrEqual(1);
        expect(await found.look()).toEqual([]);
      },
    );

    test('never says in the log what a mail said or who sent it', async () => {
      const found = world();
      await deliver(mail('hemligt 19811218-9876', { From: 'olle@annan.example' }));
      await deliver(mail('hemligt', { Subject: 'inget ärende' }));
      await found.look();
      expect(found.logged).toHaveLength(2);
      expect(JSON.stringify(found.logged)).not.toMatch(/hemligt|olle|annan|19811218|inget/);
    });
  });

  describe('goes on', () => {
    test('where the last look ended, a few at a time', async () => {
      const { look } = world({ reads: { mails: 2, bytes: 10_000 } });
      for (const word of ['ett', 'två', 'tre']) await deliver(mail(word));
      expect(textsOf(await look())).toEqual(['ett', 'två']);
      expect(textsOf(await look())).toEqual(['tre']);
      expect(await look()).toEqual([]);
    });

    test('from the beginning when the mailbox was made anew, with the same ids', async () => {
      const { look } = world({
        settings: { imap: { host: '127.0.0.1', port: server.port, tls: 'none', folder: 'Svar åäö' } },
      });
      const raw = mail('Samma brev');
      await server.change(user, (client) => client.mailboxCreate('Svar åäö'));
      await deliver(raw, { folder: 'Svar åäö' });
      const first = await look();
      await server.change(user, async (client) => {
        await client.mailboxDelete('Svar åäö');
        await client.mailboxCreate('Svar åäö');
      });
      await deliver(raw, { folder: 'Svar åäö' });
      const again = await look();
      expect(textsOf(first)).toEqual(['Samma brev']);
      expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    });

    test('past mails that were deleted, and past old ones in a mailbox that it never read', async () => {
      const { look } = world();
      await deliver(mail('Från i våras'), { at: new Date(Date.now() - 60 * 24 * 60 * 60_000) });
      await deliver(mail('Nytt'));
      expect(textsOf(await look())).toEqual(['Nytt']);
      await server.change(user, async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageDelete('1:*');
      });
      expect(await look()).toEqual([]);
      await deliver(mail('Nyare'));
      expect(textsOf(await look())).toEqual(['Nyare']);
    });

    test('an empty mailbox, then the first mail', async () => {
      const { look } = world();
      expect(await look()).toEqual([]);
      await deliver(mail('Först'));
      expect(textsOf(await look())).toEqual(['Först']);
    });

    test('a mark that is no mark of this mailbox is none', async () => {
      await deliver(mail('Hej'));
      const { connector, desk } = world();
      const cases = [{ reference: 'VK-1001', contractorReference: null }];
      for (const mark of ['', 'rubbish', '1:2:3', '0:99999999999:x', '2026-11-23T10:00:00Z'])
        expect((await connector.follow?.(desk, cases, mark))?.news).toHaveLength(1);
    });
  });
});
