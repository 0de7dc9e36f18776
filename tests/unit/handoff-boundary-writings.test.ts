import { describe, expect, test } from 'vitest';
import { filterForContractor } from '#bot/handoff/boundary.ts';
import type { Note } from '#knowledge/note.ts';
import { buildNote } from '../support/build-note.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { processorTime } from '../support/processor-time.ts';
import { contractor, site, smallDesk } from '../support/small-desk.ts';

const desk = smallDesk({
  sites: [
    site('solen', {
      facts: {
        switch: 'SW-441',
        alarm_code: '907612',
        door_code: '4711',
        key_location: 'nyckelskåpet innanför köksdörren, krok 2',
      },
    }),
    site('skolan', { facts: { alarm_code: '553821', key_location: 'hos grannen Vitsippans kök, märkt B' } }),
  ],
  settings: { secretFacts: ['alarm_code', 'door_code', 'key_location'] },
});
const world = createWorld({ desk });
const { case: opened } = await open(world, { category: { id: 'account', confidence: 1 } });

/** The words as a contractor gets them. */
function cross(words: string, { notes = [], withhold = [] }: { notes?: Note[]; withhold?: string[] } = {}) {
  const packet = {
    ...opened.packet,
    symptom: words,
    dialogue: [],
    device: null,
    since: null,
    affected: null,
  };
  const filtered = filterForContractor({ ...opened, title: 'Fel', packet }, contractor({ withhold }), desk, {
    all: () => notes,
  });
  return { text: filtered.case.packet.symptom, withheld: filtered.withheld, counts: filtered.counts };
}

const between = (words: string) => cross(`Hej ${words} tack`).text;

describe('a secret is taken out when it is written', () => {
  test.each([
    '907612',
    '907 612',
    '9 0 7 6 1 2',
    '90-76-12',
    '90.76.12',
    '907\n612',
    '９０７６１２',
    '٩٠٧٦١٢',
    '9\u200b0\u200b7\u200b6\u200b1\u200b2',
    '9\u00ad07612',
    '9%30%37612',
    '&#57;07612',
    '9O76l2',
    'nio noll sju sex ett två',
    'nio, noll, sju, sex, ett, tva',
    'nionollsjusexetttvå',
    'nia nolla sjua sexa etta tvåa',
    'nittio sjuttiosex tolv',
    'niohundrasjutusen sexhundratolv',
    'NINE ZERO SEVEN SIX ONE TWO',
    'nine oh seven six one two',
    'först 907 och sedan 612',
    '553821',
  ])('as a code in %j', (words) => {
    expect(between(words)).toMatch(/^Hej (?:först )?\[…\] tack$/);
  });

  test.each([
    'nyckelskåpet innanför köksdörren, krok 2',
    'NYCKELSKÅPET INNANFÖR KÖKSDÖRREN',
    'nyckelskapet innanfor koksdorren krok tva',
    'nyckelskaapet innanfoer koeksdoerren',
    'nyckelskÃ¥pet innanför köksdörren',
    'n y c k e l s k å p e t i n n a n f ö r k ö k s d ö r r e n',
    'nyckelskåpet\ninnanför\nköksdörren',
    'nyckel-\nskåpet innanför köks-\ndörren',
    'krok 2 i nyckelskåp vid köksdörr',
    'hos grannen Vitsippans kök märkt B',
  ])('as a place in %j', (words) => {
    const { text } = cross(`Hej ${words} tack`);
    expect(text.toLowerCase()).not.toMatch(/nyckel.{0,3}sk|innanf|k.{0,2}ksd|vitsippan|krok/);
    expect(text).toContain('[…]');
  });

  test.each([
    '19121212-1212',
    '1 9 1 2 1 2 1 2 1 2 1 2',
    '19 12 12 12 12 12',
    '1912.12.12.1212',
    '19121212\n1212',
    '１９１２１２１２－１２１２',
    'nitton tolv tolv tolv tolv tolv',
    'ett två ett två ett två ett två ett två',
    '121212 streck 1212',
    'elev_121212-1212.pdf',
    'barn191212121212.png',
  ])('as a personal identity number in %j', (words) => {
    const { text, counts } = cross(`Hej ${words} tack`);
    expect(text).toContain('[…]');
    expect(text.replaceAll(/[^0-9]/g, '')).toBe('');
    expect(counts.personal_identity_number).toBe(1);
  });

  test('as a personal identity number with a wrong check digit, where it is called one', () => {
    expect(between('personnummer 121212-1213')).toBe('Hej personnummer […] tack');
    expect(between('1912-12-12, och de fyra sista är 1212')).toContain('1912-12-12');
    expect(between('född 1912-12-12, sista fyra är 1212')).toBe('Hej född […] tack');
  });

  test.each([
    ['portkoden är 8833', '8833', 'door_code'],
    ['koden till grinden är åtta åtta tre tre', 'åtta', 'door_code'],
    ['larmkod: 8-8-3-3', '8-8', 'alarm_code'],
    ['4711', '4711', 'door_code'],
    ['slå 8833 på dosan vid entrén', '8833', 'door_code'],
    ['8833 är koden till dörren', '8833', 'door_code'],
    ['the door code is eight eight three three', 'eight', 'door_code'],
    ['portkod8833.png', '8833', 'door_code'],
    ['nyckeln hänger bakom grinden vid soporna', 'soporna', 'key_location'],
    ['hämta nyckel hos vaktmästaren', 'vaktmästaren', 'key_location'],
    ['the spare key is under the green mat', 'mat', 'key_location'],
    ['［Privat］Kalle Berg［/privat］', 'Kalle', 'private_parts'],
    ['[pri\u200bvat]Kalle Berg[/privat]', 'Kalle', 'private_parts'],
    ['<privat>Kalle Berg</privat>', 'Kalle', 'private_parts'],
    ['[privat Kalle Berg', 'Kalle', 'private_parts'],
    ['lösenordet är Sommar2024', 'Sommar', 'password'],
  ])('and nobody had told us before: %j', (words, secret, kind) => {
    const { text, withheld } = cross(`Hej ${words} tack`);
    expect(text).not.toContain(secret);
    expect(withheld).toContain(kind);
  });

  test('in another place than where it was marked as private', () => {
    const { text } = cross('Fråga [privat]Berit Skog[/privat]. Sedan går berit  skog hem.');
    expect(text).toBe('Fråga […]. Sedan går […] hem.');
  });
});

describe('what the house’s notes hold', () => {
  const forTechnicians = buildNote({
    id: 'solen/skapet',
    sites: ['solen'],
    audience: 'technician',
    body: 'Mediaomvandlaren ligger ovanpå gamla oljetanken i pannrummet. Koden till skåpet är 36914.',
  });
  const forStaff = buildNote({
    sites: ['solen'],
    body: 'Ring vid fel. [privat]Gun-Britt Ek, 070-999 88 77[/privat]',
  });
  const notes = [forTechnicians, forStaff];

  test('crosses in nobody’s words when it is for technicians', () => {
    const { text, withheld } = cross(
      'Tekniker: mediaomvandlaren ligger ovanpå gamla OLJETANKEN i pannrummet, säger de. 36 914 går inte.',
      { notes },
    );
    expect(text).toBe('Tekniker: […], säger de. […] går inte.');
    expect(withheld).toEqual(expect.arrayContaining(['technician_notes', 'door_code']));
  });

  test('crosses in nobody’s words when it stands between marks', () => {
    expect(cross('Jag ringde gun-britt ek, 070 999 88 77 i går', { notes }).text).toBe(
      'Jag ringde […] i går',
    );
  });

  test('may be talked of in other words', () => {
    const words = 'Mediaomvandlaren i pannrummet blinkar rött.';
    expect(cross(words, { notes }).text).toBe(words);
  });
});

describe('what the contractor’s list names', () => {
  test('is gone as a field and from the words', () => {
    const withhold = ['requester_phone', 'requester_name', 'switch', 'phone'];
    const { text, withheld } = cross('Eva har +46 8 000 00 99, huset 080000001 och sw441', { withhold });
    expect(text).toBe('[…] har +[…], huset […] och […]');
    expect(withheld).toEqual(expect.arrayContaining(withhold));
  });
});

/** What a contractor needs: nothing of it may go. */
const ordinary = `
Skrivaren i rum 1204 är trasig
Sal 907 har ingen bild, ring 08-000 20 01
Vi är i hus B, plan 3, rum B312 och rum 4711
Mötet börjar 09.07 och slutar 12.15
Kl 07:30 idag slutade nätet fungera, kl. 4711 finns inte
Ärende VK-1042 är samma sak, och VK-4711
Referens INC0012345 och REQ-884512
Datorn heter SH-PC-0123, PC-4711 och har serienummer 5CG1234ABC
Inventarienummer 907613 på skrivaren
Switch SW-441 port 12 blinkar orange
VLAN 310 på solr-sw01
IP-adressen är 10.90.76.12
Felkod 0x80070005 vid inloggning
Felkoden är 3922 och den kommer varje gång
Skärmen visar kod 5100 och lampan blinkar
Koden i sms:et kommer aldrig fram
Vi får ingen kod till Teams på telefonen
Ring mig på 070-123 45 67 efter 13.30
Ring 0701023233 eller växeln 08-000 12 34
Telefon +46 8 000 20 01
Det är 24 elever och 3 surfplattor
Sedan 2026-11-20 har vi 2 av 12 datorer
Den 23/11 kl 8.15 gick det sönder
Nyckeln till datorskåpet är borta
Enter-tangenten sitter löst
BitLocker-nyckeln finns i portalen men jag hittar den inte
Licensnyckeln ligger i mejlet från leverantören
Windows product key is in the email
The Enter key is stuck on my keyboard
Projektorn i aulan visar HDMI 1 men ingen bild
Elskåpet luktar bränt, det ryker bakom kopiatorn
Larmet på avdelning 12 tjuter och vi kan inte stänga av det
Portkodsläsaren fungerar inte sedan kl 07.30
Dörrkoden funkar inte, ring 08-000 20 01
Larmkoden slutade fungera 2026-11-20
Kan ni byta port 24 till VLAN 311?
Adobe 2024 version 24.5.1 kraschar
Windows 11 build 22631.4460
Skrivaren HP M479 säger 49.4C02
Organisationsnummer 802005-7538
Kundnummer 556677
Ordernummer 4500123456
Fakturan är på 4711 kr
Wifi heter gäst-5G och har 54 Mbit
MAC 00:1B:44:11:3A:B7
Chromebook CB-2231 och iPad nr 17
Felet började för 15 minuter sedan och gäller 3 av 4
Jag har provat ett, två, tre gånger
En två tre fyra fem gånger har jag startat om
Jag är på Solgatan 12, 123 45 Storstad
Säkerhetsnyckeln (YubiKey) finns i datorn men känns inte igen
Nyckelordet i sökningen ger 907 träffar
Uttag 47-11 i vägg 3 är dött
Rum 12, 14 och 16 saknar nät, port 4, 7, 1, 1
Skrivaren skriver 1200 dpi
Schema 24/25 läses inte in
https://portal.example/arende/907613?id=12
min mejl är eva@desk.example
TV:n i rum 2.14 och skärm 55 tum
PUK behövs inte men simkortet är låst
mitt lösenord fungerar inte, det har gått ut
QR-koden 8841 går inte att läsa
kod 10 i enhetshanteraren
Personnumret syns inte i Skola24
Barnets personnummer är fel i Procapita
Vi öppnar 06.30 och stänger 17.30, vila 12–13.30
Det är privat, men jag heter Eva (privat) och ringer snart
`;

describe('what a contractor needs', () => {
  test.each(ordinary.trim().split('\n'))('stays: %s', (words) => {
    const { text, counts } = cross(words);
    expect(text).toBe(words);
    const { alarm_code, door_code, key_location, ...others } = counts;
    // Only the fields themselves, once each.
    expect([alarm_code, door_code, key_location, others]).toEqual([1, 1, 1, {}]);
  });
});

describe('the title', () => {
  test('is cut anew, so that no half of a secret is left at its end', () => {
    const words = 'Larmet piper och koden är 90. 76 12 hjälper inte alls, vad gör vi nu med det?';
    const { case: kept } = filterForContractor(
      { ...opened, title: 'Larmet piper och koden är 90', packet: { ...opened.packet, symptom: words } },
      contractor(),
      desk,
    );
    expect(kept.title).not.toMatch(/90/);
  });
});

test.each([
  'ett ',
  '9 ',
  'nyckeln ',
  'koden är ',
  '[privat]',
  '</privat>',
  'tjugo ett ',
  'bakom elskåpet ',
  '%41',
  'a',
])('a long text of %j is read in time', async (part) => {
  expect(await processorTime(() => cross(part.repeat(20_000 / part.length)))).toBeLessThan(4_000);
});

test('another site’s place of one ordinary word is left in words, and this site’s is not', () => {
  const sites = [
    site('solen', { facts: { key_location: 'skafferiet' } }),
    site('skolan', { facts: { key_location: 'expeditionen' } }),
  ];
  const two = smallDesk({ sites });
  const packet = { ...opened.packet, symptom: 'Skrivaren på expeditionen står vid skafferiet' };
  const { case: kept } = filterForContractor({ ...opened, packet }, contractor(), two);
  expect(kept.packet.symptom).toBe('Skrivaren på expeditionen står vid […]');
});
