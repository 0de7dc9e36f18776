import { describe, expect, test } from 'vitest';
import { dovecot } from '../support/imap-server.ts';
import { mail, multipart } from '../support/mail-answers.ts';
import { mailboxOfEachTest, textsOf } from '../support/mailbox-of-each-test.ts';
import { describeWith } from '../support/needs.ts';

describeWith(dovecot, 'the letters in a mailbox, whatever their form', () => {
  const { world, deliver } = mailboxOfEachTest();

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
});
