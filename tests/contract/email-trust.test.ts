import { describe, expect, test } from 'vitest';
import { tokenOf } from '#adapters/contractor/email/reply-address.ts';
import { dovecot } from '../support/imap-server.ts';
import { mail, multipart, ourDomain, signingKey } from '../support/mail-answers.ts';
import { mailboxOfEachTest, textsOf, whyNot } from '../support/mailbox-of-each-test.ts';
import { describeWith } from '../support/needs.ts';

const signer = { contractorId: 'servicedesk', key: signingKey };

describeWith(dovecot, 'whose letters in a mailbox the bot', () => {
  const { world, deliver } = mailboxOfEachTest();

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

    test('a domain with Swedish letters, however it is written', async () => {
      const { look } = world({ settings: { senders: ['leverantör.example'] } });
      await deliver(mail('Ett', { From: 'anna@xn--leverantr-77a.example' }));
      await deliver(mail('Två', { From: 'anna@leverantör.example' }));
      await deliver(mail('Tre', { From: 'anna@leverantor.example' }));
      expect(textsOf(await look())).toEqual(['Ett', 'Två']);
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

  describe('hears nothing of machines', () => {
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

  describe('learns from a letter that came back', () => {
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
});
