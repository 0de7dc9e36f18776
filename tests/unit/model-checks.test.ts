import { beforeAll, describe, expect, it } from 'vitest';
import { createLineCheck } from '#bot/model/check/check-line.ts';
import { createTextCheck } from '#bot/model/check/check-text.ts';
import { MaskedText } from '#bot/model/masked-text.ts';
import { StaffNote } from '#bot/model/staff-note.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { buildNote } from '../support/build-note.ts';
import { buildSite } from '../support/desk-builders.ts';
import { processorTime } from '../support/processor-time.ts';
import { loadDesk } from '../support/talk.ts';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

const body = `Routern står i skåpet i hallen. Fråga Karin om nyckeln.

## Gör så här

1. Dra ur strömsladden till routern och vänta 30 sekunder.
2. Tryck Windows+P och välj "Duplicera" på datorn.
3. Öppna sidan wifi.lindaro.se och logga in som Gäst.
4. Stäng inte av strömmen till skåpet.
5. Ring servicedesk på 08-123 45 67 om det inte hjälper.`;

function staffNote(overrides = {}): StaffNote {
  const note = StaffNote.of(
    buildNote({ id: 'x/router', title: 'Nätet på kontoret', body, ...overrides }),
    loaded.desk,
  );
  if (note === null) throw new Error('not for staff');
  return note;
}

function judge(line: string, language = 'sv', question = 'nätet är borta') {
  const result = createLineCheck([staffNote()], { language, question })(line);
  return 'dropped' in result ? result.dropped : 'stands';
}

describe('a sentence of a composed answer', () => {
  it.each([
    'Dra ur strömsladden till routern och vänta 30 sekunder. [1]',
    'Dra ur strömsladden till routern och vänta trettio sekunder. [1]',
    '1. Dra ur sladden till routern och vänta 30 sekunder. [1]',
    'Tryck Win + P på datorn och välj ”Duplicera”. [1]',
    'Fråga Karin om nyckeln till skåpet. [1]',
    'Logga in på https://wifi.lindaro.se som Gäst. [1]',
    'Stäng inte av strömmen till skåpet. [1]',
    'Vänta 30 sekunder med routern. [1: "vänta 30 sekunder"]',
    'Vänta 30 sekunder med routern. [Note 1: "vänta 30 sekunder"]',
  ])('stands when the note says it: %s', (line) => {
    expect(judge(line)).toBe('stands');
  });

  it.each([
    ['Dra ur strömsladden till routern.', 'no-citation'],
    ['Dra ur strömsladden till routern. [2]', 'foreign-citation'],
    ['Dra ur strömsladden till routern. [1][3]', 'foreign-citation'],
    ['Dra ur strömsladden till routern. [1, 3]', 'foreign-citation'],
    ['Dra ur strömsladden och vänta 60 sekunder. [1]', 'fact-not-in-note'],
    ['Dra ur strömsladden och vänta fem sekunder. [1]', 'fact-not-in-note'],
    ['Dra ur strömsladden och vänta 30 minuter. [1]', 'fact-not-in-note'],
    ['Välj Windows 30 på datorn. [1]', 'fact-not-in-note'],
    ['Fråga Bertil om nyckeln till skåpet. [1]', 'fact-not-in-note'],
    ['Tryck Ctrl+Alt+Del på datorn. [1]', 'fact-not-in-note'],
    ['Tryck F8 på datorn. [1]', 'fact-not-in-note'],
    ['Logga in på http://wifi.evil.example som Gäst. [1]', 'fact-not-in-note'],
    ['Välj "Utöka" på datorn. [1]', 'fact-not-in-note'],
    ['Skriv till hjalp@evil.se om routern. [1]', 'fact-not-in-note'],
    ['Häll vatten över maskinen och torka den i ugnen. [1]', 'words-not-in-note'],
    ['Stäng av strömmen till skåpet. [1]', 'says-the-opposite'],
    ['Koden är ••• till skåpet. [1]', 'hidden'],
    ['Vänta på {hidden-9} i skåpet. [1]', 'hidden'],
    ['Unplug the power cord of the router and wait a little while before you go on. [1]', 'other-language'],
  ])('is dropped: %s', (line, why) => {
    expect(judge(line)).toBe(why);
  });

  it('says nothing when there is nothing in the line', () => {
    expect(judge('[1]')).toBeNull();
  });

  it('brings back what was hidden, for whoever may read the note', () => {
    const check = createLineCheck([staffNote()], { language: 'sv', question: '' });
    const mark = /\{hidden-\d+\}/u.exec(staffNote().text)?.[0];
    expect(staffNote().text).not.toContain('08-123');
    expect(check(`Ring servicedesk på ${mark} om det inte hjälper. [1]`)).toMatchObject({
      sentence: 'Ring servicedesk på 08-123 45 67 om det inte hjälper.',
    });
  });
});

describe('a sentence in another language than the note’s', () => {
  it('stands with a quote of the note that is about as long', () => {
    const line =
      'Unplug the power cord of the router and wait 30 seconds. [1: "Dra ur strömsladden till routern och vänta 30 sekunder"]';
    expect(judge(line, 'en')).toBe('stands');
  });

  it.each([
    ['no quote', 'Unplug the power cord of the router. [1]'],
    ['a quote that is not there', 'Unplug the router. [1: "Dra ur elsladden nu genast"]'],
    ['a quote of one word', 'Unplug the power cord of the router. [1: "routern"]'],
    [
      'far more than it quotes',
      `Unplug the power cord, ${'and then do what you like '.repeat(5)}. [1: "Dra ur strömsladden"]`,
    ],
  ])('is dropped with %s', (_what, line) => {
    expect(judge(line, 'en')).toBe('quote-not-in-note');
  });

  it('is dropped when it names a thing that the note does not', () => {
    const line =
      'Give your password to the printer before you go on. [1: "Dra ur strömsladden till routern och vänta 30 sekunder"]';
    expect(judge(line, 'en')).toBe('words-not-in-note');
  });

  it('is dropped with a number that the note does not have', () => {
    const line =
      'Unplug the power cord and wait 90 seconds. [1: "Dra ur strömsladden till routern och vänta 30 sekunder"]';
    expect(judge(line, 'en')).toBe('fact-not-in-note');
  });

  it('is dropped when it only repeats what the person wrote', () => {
    const line = 'Say that everything is fine now. [1: "Dra ur strömsladden till routern"]';
    expect(judge(line, 'en', 'Say that everything is fine now.')).toBe('echoes-question');
  });
});

describe('what a model may read', () => {
  it('is never a technician’s note, a draft or an archived one', () => {
    for (const overrides of [
      { audience: 'technician' },
      { status: 'draft' },
      { status: 'archived' },
    ] as const)
      expect(StaffNote.of(buildNote(overrides), loaded.desk)).toBeNull();
  });

  it('holds no [privat] part and no secret', () => {
    const open = staffNote({
      body: 'Öppet.\n\n[privat]Larmet är 4711.[/privat]\n\nLösenordet: Sommar2024!',
    }).text;
    expect(open).toContain('Öppet.');
    expect(open).not.toMatch(/4711|Sommar2024/);
  });

  it('is of types that nothing else can take the place of', () => {
    // @ts-expect-error A note as it is stored is no note for staff.
    const wrong: StaffNote = buildNote();
    // @ts-expect-error Nor is text that was not masked.
    const unmasked: MaskedText = { text: 'hej', restore: (sentence: string) => sentence };
    expect([wrong, unmasked]).toHaveLength(2);
  });

  it.each([
    ['ring 070-123 45 67 tack', '070-123 45 67'],
    ['ring +46 70 123 45 67 tack', '+46 70 123 45 67'],
    ['ring 08/123 45 67', '08/123 45 67'],
    ['jag är 19811218-9876', '19811218-9876'],
    ['mitt lösenord är Sommar2024!', 'Sommar2024!'],
  ])('hides in “%s”', (text, secret) => {
    const masked = MaskedText.of(text, loaded.desk);
    expect(masked.text).not.toContain(secret);
    expect(masked.restore(masked.text)).toBe(text);
  });

  it.each([
    'felkod 0x80070005',
    'den 2026-11-23 kl. 09.15',
    'IP 192.168.0.12',
    'rum 204, plan 2',
    'Windows 11 24H2',
  ])('leaves “%s” alone', (text) => {
    expect(MaskedText.of(text, loaded.desk).text).toBe(text);
  });
});

describe('a summary', () => {
  const dialogue =
    'requester: Skrivaren Kyocera på plan 2 drar snett sedan i måndags. Jag har startat om den.';
  it.each([
    ['Skrivaren Kyocera på plan 2 drar snett sedan måndag.', true],
    ['Skrivaren Canon drar snett.', false],
    ['Skrivaren på plan 3 drar snett.', false],
    ['Ring 112 och evakuera huset omedelbart.', false],
    ['Läs mer på http://evil.example om skrivaren.', false],
    ['<data-x> Skrivaren drar snett.', false],
  ])('keeps to the talk: %s', (sentence, stands) => {
    expect(createTextCheck(dialogue, 'sv')(sentence)).toBe(stands);
  });
});

const emptySite = buildSite({ id: '', name: '', aliases: [], kind: 'other', area: '', facts: {} });

describe('withheld values of a large desk', () => {
  const sites = new Map(
    Array.from({ length: 4_000 }, (_, at) => {
      const facts = { alarm_code: `larm-${at}-kod`, key_box: `skåp ${at}` };
      return [`site-${at}`, { ...emptySite, id: `site-${at}`, facts }];
    }),
  );

  it('are hidden by themselves, not inside other words, in no time', async () => {
    const settings = { ...loaded.desk.settings, secretFacts: ['alarm_code', 'key_box'] };
    const desk = { ...loaded.desk, sites, settings };
    const text = 'Det är LARM-3999-KOD till skåp 12, inte till skåp 123456.';
    expect(MaskedText.of(text, desk).text).toBe('Det är {hidden-2} till {hidden-1}, inte till skåp 123456.');
    expect(MaskedText.of('İnternet yok, larm-7-kod', desk).text).toBe('İnternet yok, {hidden-1}');
    const took = await processorTime(() => {
      for (let time = 0; time < 100; time += 1) MaskedText.of(text, desk);
    });
    expect(took / 100).toBeLessThan(5);
  });
});
