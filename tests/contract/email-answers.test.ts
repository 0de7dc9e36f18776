import { describe, expect, test } from 'vitest';
import { promises } from '#adapters/contractor/email/index.ts';
import { replyAddressOf } from '#adapters/contractor/email/reply-address.ts';
import { dovecot } from '../support/imap-server.ts';
import { mail, ourDomain, signingKey } from '../support/mail-answers.ts';
import { mailboxOfEachTest, textsOf, whyNot } from '../support/mailbox-of-each-test.ts';
import { describeWith } from '../support/needs.ts';

const signer = { contractorId: 'servicedesk', key: signingKey };

describeWith(dovecot, 'the answers to letters, in a mailbox', () => {
  const { world, deliver, change, port } = mailboxOfEachTest();

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
    await change(async (client) => {
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
        settings: { imap: { host: '127.0.0.1', port: port(), tls: 'none', folder: 'Svar åäö' } },
      });
      const raw = mail('Samma brev');
      await change((client) => client.mailboxCreate('Svar åäö'));
      await deliver(raw, { folder: 'Svar åäö' });
      const first = await look();
      await change(async (client) => {
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
      await change(async (client) => {
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
