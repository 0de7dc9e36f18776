import { settingsOf } from '#adapters/contractor/email/config.ts';
import { tell } from '#adapters/contractor/email/follow.ts';
import { readMail } from '#adapters/contractor/email/read-mail.ts';
import type { Dice } from '../../bench/search/dice.ts';
import { mail, multipart } from '../../support/mail-answers.ts';
import { contractor } from '../../support/small-desk.ts';
import type { Entrance, FuzzInput, Outcome } from '../fuzz-input.ts';
import { mutateBytes, mutateText } from '../mutate.ts';

const their = contractor({
  connector: 'email',
  email: 'servicedesk@leverantor.example',
  settings: { senders: ['leverantor.example'] },
});
const context = {
  contractor: their,
  settings: settingsOf(their),
  signer: { contractorId: their.id, key: 'en-lång-hemlighet-som-räcker' },
  domain: 'vaktis.kommunen.example',
  language: 'sv',
  logger: { warn: () => undefined },
} as const;
const cases = ['VK-1001', 'VK-1002'].map((reference) => ({ reference, contractorReference: null }));

const letters = [
  mail('Hej!\n\nFelet är åtgärdat.\n\nMvh Anna\n\n> Ert ärende VK-1001\n> Kontot är låst'),
  mail('<p>Hej,</p><p>Det är <b>inte</b> vårt.</p><blockquote>VK-1001</blockquote>', {
    'Content-Type': 'text/html; charset=utf-8',
  }),
  multipart('alternative', [
    'Content-Type: text/plain; charset=utf-8\r\n\r\nLöst',
    'Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+TMO2c3Q8L2I+',
  ]),
  multipart('report; report-type=delivery-status', [
    'Content-Type: text/plain\r\n\r\nUndelivered',
    'Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; a@b.se\r\nAction: failed\r\nStatus: 5.1.1',
    'Content-Type: message/rfc822\r\n\r\nMessage-ID: <VK-1001.1@vaktis.kommunen.example>\r\nSubject: [VK-1001] x\r\n\r\nx',
  ]),
  mail('Status: Löst', {
    Subject: '=?utf-8?B?W1ZLLTEwMDFdIEzDtnN0?=',
    'In-Reply-To': '<VK-1001.2@vaktis.kommunen.example>',
  }),
];

/** Letters in a contractor's mailbox: whatever they are, they are read, or passed over. */
export function createMailEntrance(dice: Dice): Entrance {
  return {
    name: 'e-mail',
    share: 9,
    make() {
      const letter = dice.one(letters);
      const changed =
        dice.under(2) === 0 ? Buffer.from(mutateText(letter, dice)) : mutateBytes(Buffer.from(letter), dice);
      return { kind: 'files', files: { mail: Buffer.from(changed).toString('base64') } };
    },
    send: receive,
  };
}

async function receive(input: FuzzInput): Promise<Outcome> {
  const source = Buffer.from((input.kind === 'files' ? input.files.mail : undefined) ?? '', 'base64');
  const raw = { uid: 1, at: new Date('2026-11-23T10:00:00Z'), size: source.length, source };
  // The parser may refuse a letter: it is then passed over with a line in the log.
  const read = await readMail(raw).catch(() => null);
  if (read === null) return { what: 'unreadable', fault: null };
  const { news, passed } = tell(read, cases, context);
  const strange = news.find(
    (one) => 'text' in one && (one.text.includes('\u0000') || !one.text.isWellFormed()),
  );
  return { what: passed ?? 'heard', fault: strange ? 'news that the database does not take' : null };
}
