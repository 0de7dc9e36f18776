import { beforeAll, describe, expect, it } from 'vitest';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { loadDesk, mondayMorning } from '../support/talk.ts';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

function triage(who: string, text: string): Triage {
  const from = loaded.desk.people.get(`${who}@ekbacken.example`);
  if (from === undefined) throw new Error(`nobody is called ${who}`);
  const request = { text, from, at: new Date(mondayMorning), siteId: null, shownNoteIds: [] };
  return createTriage({ chooseResponsible })(request, loaded, new Map());
}

const answered = ({ decision, notes }: Triage) => (decision === 'answer' ? notes[0]?.note.id : decision);

describe('what a message is about, rather than what it happens to name', () => {
  it.each([
    ['anders.falk', 'högtalarna i A214', 'hand-off'],
    ['anders.falk', 'micken i gymnastiksalen piper', 'hand-off'],
    ['hanna.nilsson', 'projektorn i matsalen är svart', '_shared/projektor-ingen-bild'],
    ['hanna.nilsson', 'projektorn i lekhallen är svart', 'solrosen/projektorn-lekhallen'],
  ])('another room’s note is no answer: %s, %s', (who, text, expected) => {
    expect(answered(triage(who, text))).toBe(expected);
  });

  it('a note of the thing is given where nothing is told but what many things do', () => {
    expect(answered(triage('hanna.nilsson', 'Skrivaren på Solrosen blinkar'))).toBe('solrosen/skrivaren');
  });

  it.each([
    ['hanna.nilsson', 'vad är lösenordet till wifi', '_shared/gastnat'],
    ['priyanka.rao', 'what is the wifi password', '_shared/gastnat'],
    ['hanna.nilsson', 'glömt lösenordet', '_shared/losenord'],
  ])('a network’s code is nobody’s own password: %s, %s', (who, text, expected) => {
    expect(answered(triage(who, text))).toBe(expected);
  });

  it.each([
    'en elev hotas på nätet, kan ni spåra vem det är',
    'kan man se vem som loggat in på datorn',
    'can you see who has logged in on my computer',
  ])('who did something is for a person to look up: %s', (text) => {
    const found = triage('hanna.nilsson', text);
    expect([found.decision, found.reasons[0]?.key]).toEqual(['hand-off', 'decide.asks-who']);
  });

  it('an app for nappies is an app, and not the note’s other app', () => {
    expect(triage('amina.osman', 'appen för blöjor').decision).toBe('ask');
    expect(triage('amina.osman', 'appen för sjukanmälan går inte att öppna').decision).not.toBe('not-it');
    expect(triage('amina.osman', 'jag behöver blöjor').decision).toBe('not-it');
    expect(triage('amina.osman', 'sjukanmälan för idag').decision).toBe('not-it');
  });

  it.each([
    ['amina.osman', 'barnens ipad är låst, nån har skrivit fel kod 10 ggr', '_shared/ipad-inaktiverad'],
    ['tom.wallin', 'fick ett mejl från chefen om presentkort, är det äkta?', '_shared/natfiske'],
    ['gunilla.morin', 'fick ett sms om skatteåterbäring', '_shared/natfiske'],
  ])('a wrong code is given to nobody, and a swindle is a swindle: %s, %s', (who, text, expected) => {
    expect(answered(triage(who, text))).toBe(expected);
  });

  it.each(['sparar du det jag skriver?', 'kan du se vad jag gör på datorn?', 'vem är ni egentligen'])(
    'a question about Vaktis itself is no matter: %s',
    (text) => {
      expect(triage('hanna.nilsson', text).intent).toBe('help');
    },
  );

  it.each([
    ['hanna.nilsson', 'hur många ipads har vi', 'tablet'],
    ['tom.wallin', 'min jobbmobil laddar inte', 'phone'],
    ['hanna.nilsson', 'jag har slutat, vad gör jag med datorn', 'workstation'],
    ['anders.falk', 'fler elever kommer inte in på wifi', 'network'],
    ['nadia.petrov', 'en elev har bytt språk på ipaden till nåt jag inte kan läsa', 'tablet'],
  ])(
    'a note found by its thing alone is no answer, and that none fits is said: %s, %s',
    (who, text, about) => {
      const found = triage(who, text);
      expect([found.decision, found.reasons[0]?.key, found.category.id]).toEqual([
        'hand-off',
        'decide.no-note',
        about,
      ]);
      expect(Math.max(...found.notes.map(({ probability = 0 }) => probability))).toBeLessThan(0.2);
    },
  );

  it.each([
    ['tom.wallin', 'ser inte G i morse', '_shared/gemensam-mapp'],
    ['tom.wallin', 'jag är ledig nästa vecka, min anknytning ska tala om det', '_shared/telefon-hanvisning'],
    ['cecilia.backman', 'ipad full kan inte ta fler kort', 'tomtebo/ipad-lagring'],
    ['piotr.kowalski', 'drukarka nie działa', 'solrosen/skrivaren'],
  ])('told in other words than the note’s, it is found all the same: %s, %s', (who, text, expected) => {
    expect(answered(triage(who, text))).toBe(expected);
  });

  it.each([
    ['hanna.nilsson', 'ja det är en grej med ipaden', 'ask'],
    ['tom.wallin', 'outlook frågar efter lösenord om och om igen', '_shared/losenord'],
    ['karin.lind', 'var sitter korskopplingen på ekskolan', 'ekskolan/korskoppling-hus-a'],
    ['karin.lind', 'vad är lösenordet till switchen på solrosen', 'hand-off'],
    ['noomi.stein', 'hur många datorer har vi för besökare?', 'hand-off'],
    ['johanna.lund', 'hur många plattor har vi i vagnen?', 'blaklockan/ipads-laddvagn'],
    ['kevin.alm', 'duken går inte ner', 'ladan/filmduken'],
    ['hanna.nilsson', 'min chef sa att jag ska få en ny mobil, när kommer den?', 'hand-off'],
    ['cecilia.backman', 'vad är koden till skrivaren', 'tomtebo/skrivaren-kod'],
  ])('%s: %s → %s', (who, text, expected) => {
    expect(answered(triage(who, text))).toBe(expected);
  });

  it.each([
    ['ahmed.yusuf', 'jag har föräldramöte ikväll och behöver låna en projektor'],
    ['johanna.lund', 'vi behöver en till ipad på avdelningen, hur gör man?'],
    ['nadia.petrov', 'behöver en hörlur till en elev'],
    ['nadia.petrov', 'kan ni blockera youtube på elevernas paddor'],
  ])(
    'a thing that is to be had is no matter of advice, whatever note speaks of such: %s, %s',
    (who, text) => {
      expect(triage(who, text).reasons[0]?.key).toBe('decide.order');
    },
  );

  it('telephones for alarms that are silent cannot wait', () => {
    expect(triage('eva.stromberg', 'alla larmtelefoner är döda på avd 2!').priority.level).toBe('critical');
  });

  it('a game console without network is no outage', () => {
    expect(triage('kevin.alm', 'playstation får inget internet').priority.level).toBe('low');
    expect(triage('kevin.alm', 'vi får inget internet').priority.level).toBe('critical');
  });

  it.each(['vilka tider är ni öppna?', 'var är min tekniker just nu'])(
    'where and when somebody can be reached is told with who it is: %s',
    (text) => {
      expect(triage('hanna.nilsson', text).intent).toBe('who-is-technician');
    },
  );

  it('whether it is safe to write here is about the bot', () => {
    expect(triage('hanna.nilsson', 'hur säkert är det att skriva här?').intent).toBe('help');
  });

  it('a laptop is a computer', () => {
    expect(answered(triage('james.carter', 'my laptop is super slow since the update'))).toBe(
      '_shared/seg-dator',
    );
  });
});
