import { describe, expect, test } from 'vitest';
import { settingsOf } from '#adapters/contractor/email/config.ts';
import { findCases } from '#adapters/contractor/email/find-case.ts';
import { htmlWords } from '#adapters/contractor/email/html-words.ts';
import { isBelieved } from '#adapters/contractor/email/is-believed.ts';
import { forwardedWords, ownWords } from '#adapters/contractor/email/own-words.ts';
import { readMail } from '#adapters/contractor/email/read-mail.ts';
import { meaningOf } from '#adapters/contractor/email/states.ts';
import { mail } from '../support/mail-answers.ts';
import { processorTime } from '../support/processor-time.ts';
import { contractor } from '../support/small-desk.ts';

const stateOf = (words: string, own = {}) => meaningOf(words, own)?.state ?? null;

describe('what a contractor’s words mean', () => {
  test.each([
    'Löst',
    'löst.',
    'Åtgärdat!',
    '*Löst*',
    'Hej!\n\nFelet är åtgärdat.\n\nMvh Anna',
    'Hej, ärendet är nu löst.',
    'Hej Eva,\nDet är löst nu, hör av er om det inte fungerar.',
    'Ärende VK-1001 är åtgärdat.',
    'Problemet har åtgärdats – kontot var spärrat.',
    'Vi har löst problemet.',
    'Status: Löst',
    'The issue has been resolved.',
    'Hi,\n\nThis is fixed now. Please let us know if it happens again.',
  ])('solved: %j', (words) => {
    expect(stateOf(words)).toBe('resolved');
  });

  test.each([
    'Inte vårt',
    'Fel kö.',
    'Hej,\nDet här är inte vårt ärende. Kontakta vaktmästaren.',
    'Fel kö, skickar tillbaka.',
    'Tyvärr, detta tillhör inte oss.',
    'Ärendet har hamnat i fel kö.',
    'Not ours, please ask the landlord.',
  ])('not theirs: %j', (words) => {
    expect(stateOf(words)).toBe('returned');
  });

  test.each([
    'Är det löst?',
    'Löst?',
    'Det är inte löst.',
    'Det är inte löst än, men snart.',
    'Om ni startar om är det löst.',
    'Om ni startar om datorn, det är löst sedan.',
    'När vi har bytt switchen, är felet åtgärdat.',
    'Once we have replaced it, the issue is resolved.',
    'Det är klart, vi tittar på det i morgon.',
    'Felet är åtgärdat, men bara på plan 2.',
    'Löst. Skrivaren i rum 4 kvarstår.',
    'Löst.\nNätet är inte löst än.',
    'Löst. Fel kö.',
    'Vi hoppas att det är löst på fredag.',
    'Är det inte vårt?',
    'Det är inte vårt fel att kontot är låst.',
    'Vi tror att det är fel kö.',
    'Inte vårt, tror vi, men vi tittar.',
    'Skriv "Löst" när det fungerar.',
    'Upplösta bilder',
    'Vi kommer på fredag.',
    '',
    '?',
    'Hej',
  ])('says nothing for certain: %j', (words) => {
    expect(stateOf(words)).toBeNull();
  });

  test('a word far down in a long letter says nothing', () => {
    expect(stateOf(`Vi har tittat. ${'Det tog tid. '.repeat(5)}Löst.`)).toBeNull();
  });

  test('a contractor’s own phrase says what the desk says that it says', () => {
    const own = { 'Klart från vår sida': 'resolved', Återsänd: 'returned' } as const;
    expect(stateOf('Klart från vår sida!', own)).toBe('resolved');
    expect(stateOf('Återsänd.', own)).toBe('returned');
    expect(stateOf('Klart från vår sida!')).toBeNull();
  });
});

describe('what somebody wrote themselves', () => {
  const answer = 'Vi har bytt kabeln.\n\nFungerar det nu?';
  test.each([
    ['marked quotes', `${answer}\n\n> Ärende VK-1001 från Testdesken.\n> Kontot är låst`],
    [
      'Gmail',
      `${answer}\n\nDen mån 23 nov. 2026 kl 10:00 skrev Vaktis <vaktis@kommunen.example>:\n\n> Ärende`,
    ],
    [
      'Gmail, broken in two',
      `${answer}\n\nDen mån 23 nov. 2026 kl 10:00 skrev Vaktis, Testdesken <\nvaktis@kommunen.example>:\n\n> Ärende`,
    ],
    ['English', `${answer}\n\nOn Mon, 23 Nov 2026 at 10:00, Vaktis wrote:\n> Case`],
    [
      'Outlook',
      `${answer}\n\n________________________________\nFrån: Vaktis <vaktis@kommunen.example>\nSkickat: den 23 november 2026 10:00\nTill: servicedesk\nÄmne: [VK-1001] Kontot\n\nÄrende VK-1001`,
    ],
    ['Outlook in bold', `${answer}\n\n*Från:* Vaktis\n*Skickat:* i dag\n\nKontot är låst`],
    ['old Outlook', `${answer}\n\n-----Ursprungligt meddelande-----\nFrån: Vaktis\n\nKontot är låst`],
    ['our letter, unmarked', `${answer}\n\nÄrende VK-1001 från Testdesken.\nPrioritet: hög\nKontot är låst`],
    ['a signature', `${answer}\n\n-- \nAnna Ek, Leverantören AB\n08-000 00 00`],
    ['a farewell', `${answer}\n\nMed vänlig hälsning\nAnna Ek\nServicedesk`],
    ['a short farewell', `${answer}\nMvh Anna`],
    ['a telephone', `${answer}\n\nSkickat från min iPhone\n\nDen 23 nov. 2026 skrev Vaktis:\n> Hej`],
    ['carriage returns', `${answer.replaceAll('\n', '\r\n')}\r\n\r\n> Ärende`],
    ['a helpdesk’s line', `${answer}\n\n##- Skriv ditt svar ovanför den här raden -##\nKontot är låst`],
  ])('stays without the rest: %s', (_name, text) => {
    expect(ownWords(text)).toBe(answer);
  });

  test('answers between quoted lines stay', () => {
    const text =
      'Den 23 nov. 2026 kl 10:00 skrev Vaktis:\n> Vilken dator?\nDen vid fönstret.\n> Sedan när?\nI går.';
    expect(ownWords(text)).toBe('Den vid fönstret.\nI går.');
  });

  test.each([
    'Från: det är ingen som vet.',
    'Hälsningar från verkstaden kommer i morgon. Då fixar vi det.',
    'Den 23 nov skrev vi till er: kom inte.',
    '3 > 2 är sant',
  ])('ordinary words are not taken for something else: %j', (text) => {
    expect(ownWords(text)).toBe(text);
  });

  test('a mail passed on without a word says what the first letter in it says', () => {
    const text =
      '\n\nFrån: Olle <olle@leverantor.example>\nSkickat: i dag\nTill: Anna\nÄmne: [VK-1001]\n\nKabeln är bytt.\n\nFrån: Vaktis\nSkickat: i går\n\nKontot är låst';
    expect(ownWords(text)).toBe('');
    expect(forwardedWords({ subject: 'VB: [VK-1001] Kontot', text })).toBe('Kabeln är bytt.');
    expect(forwardedWords({ subject: 'Sv: [VK-1001] Kontot', text })).toBe('');
  });

  test.each([
    'Från: '.repeat(20_000),
    '> '.repeat(50_000),
    `Den ${'skrev '.repeat(10_000)}`,
    `${'a'.repeat(100_000)}:`,
    'mvh '.repeat(20_000),
    `${'Det är löst, '.repeat(5_000)}`,
    '\n'.repeat(50_000),
    'Den 1 skrev\n'.repeat(5_000),
  ])('no text takes long: %#', async (text) => {
    expect(await processorTime(() => meaningOf(ownWords(text), {}))).toBeLessThan(1_500);
  });
});

describe('an HTML letter', () => {
  test('is read as text, with its quotes marked', () => {
    const html =
      '<html><head><style>p{color:red}</style><title>x</title></head><body><p>L&ouml;st.<br>Kabeln &amp;\n dosan &#228;r bytta</p><!-- dolt --><div class="gmail_quote"><div>Den 23 nov. 2026 skrev Vaktis:</div><blockquote><p>Kontot</p><blockquote>Hej</blockquote></blockquote></div></body></html>';
    expect(htmlWords(html)).toBe(
      'Löst.\nKabeln & dosan är bytta\nDen 23 nov. 2026 skrev Vaktis:\n> Kontot\n> > Hej',
    );
    expect(ownWords(htmlWords(html))).toBe('Löst.\nKabeln & dosan är bytta');
  });

  test.each([
    '<p>'.repeat(50_000),
    '<blockquote>'.repeat(20_000),
    '<!--'.repeat(30_000),
    '<'.repeat(100_000),
    '&#'.repeat(50_000),
  ])('never takes long: %#', async (html) => {
    expect(await processorTime(() => htmlWords(html))).toBeLessThan(1_500);
  });
});

test.each(['\r\n', '<', '</', '<p ', '("', '<VK-1', '=?utf-8?Q?', 'Från: '])(
  'a mail of nothing but %j is read soon: one sender must not hold up all',
  async (word) => {
    const head = word.trim().repeat(Math.floor(30_000 / word.length));
    const source = mail(word.repeat(Math.floor(300_000 / word.length)), {
      'Content-Type': 'text/html',
      From: `${head} <anna@leverantor.example>`,
      References: head,
      'Authentication-Results': `mx; ${head}`,
    });
    const took = await processorTime(async () => {
      const size = source.length;
      const read = await readMail({ uid: 1, at: new Date(), size, source: Buffer.from(source) });
      const desk = contractor({
        connector: 'email',
        settings: { authenticated_by: 'mx', senders: ['leverantor.example'] },
      });
      expect(isBelieved(read, desk, settingsOf(desk))).toBe(false);
      expect(
        findCases(read, { signer: { contractorId: '', key: 'x' }, domain: 'x', prefixes: ['VK'] }),
      ).toEqual(['VK-1001']);
      ownWords(read.text);
    });
    expect(took).toBeLessThan(3_000);
  },
);
