import { describe, expect, it } from 'vitest';
import { renderText } from '#bot/channels/text/render-text.ts';
import { everyReply } from '../support/every-reply.ts';
import { envelope, noteView, stockholm } from '../support/replies.ts';

const languages = ['sv', 'en'] as const;
const cases = languages.flatMap((language) =>
  Object.entries(everyReply).map(([name, content]) => ({ name, language, content })),
);

function textOf(name: keyof typeof everyReply, overrides: Parameters<typeof envelope>[1] = {}): string {
  const content = everyReply[name];
  if (!content) throw new Error(`no reply is called ${name}`);
  return renderText(envelope(content, overrides), stockholm);
}

describe('every reply as plain text', () => {
  it.each(cases)(
    '$name says something in $language, and nothing that a machine says',
    ({ content, language }) => {
      const text = renderText(envelope(content, { language }), stockholm);
      expect(text.length).toBeGreaterThan(4);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|\*\*|\\/);
      expect(text.split('\n').every((line) => line.trim() !== '')).toBe(true);
    },
  );

  it.each(cases)('$name never holds a secret in $language', ({ content, language }) => {
    expect(renderText(envelope(content, { language }), stockholm)).not.toContain('7712');
  });

  it('can be rendered without options, with dates written out', () => {
    expect(renderText(envelope(everyReply.promised ?? { kind: 'help' }))).toContain(
      'måndagen den 23 november 2026 ca 10.40',
    );
  });
});

describe('what comes first', () => {
  it('is that Vaktis is a bot, in a first message', () => {
    const first = (text: string) => text.split('\n')[0];
    expect(first(textOf('answer', { introduce: true }))).toMatch(/Vaktis och är en robot.*människa/);
    expect(first(textOf('answer', { introduce: true, language: 'en' }))).toMatch(/I am a bot.*person/);
    expect(first(textOf('welcome staff'))).toContain('robot');
    expect(textOf('answer')).not.toContain('robot');
  });

  it('is never two greetings', () => {
    expect(textOf('greeting', { introduce: true }).match(/Hej/g)).toHaveLength(1);
    expect(textOf('greeting')).toMatch(/^Hej Anna!/);
  });

  it('is the safety line where there is danger, even in a first message', () => {
    for (const name of ['answer, hazard', 'handed off, no note, hazard', 'ask for the device'] as const) {
      expect(textOf(name, { introduce: true })).toMatch(/^Rör inte apparaten\..*112\./);
    }
  });
});

describe('an answer', () => {
  it('gives title, warning, what is special, numbered steps and its source, in that order', () => {
    const text = textOf('answer');
    const order = [
      'Projektorn i samlingssalen',
      'Viktigt: Titta inte in i linsen',
      'Den vita kabeln',
      '1. Tryck en gång',
      '2. Sätt i den vita',
      '3. Tryck Windows + P och välj Duplicera.',
      'Från platsnotisen · Solrosen · kontrollerad 14 september 2026 av Karin Lind',
      'människa',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('says kindly that a note is old, and that none has checked it', () => {
    expect(textOf('answer, stale and shared')).toContain('Ingen har kontrollerat notisen på ett tag.');
    expect(textOf('answer, never checked, no steps')).toContain('inte kontrollerad än');
  });

  it('says until when a known outage holds', () => {
    expect(textOf('answer, known outage')).toContain('Det ska vara klart i morgon kl. 16.00.');
  });

  it('drops the marks of the note but keeps where its links lead', () => {
    const note = noteView({
      introduction: '## Obs\n> Läs [guiden](https://hjalp.example/wifi) **först**, _sedan_ `ipconfig`.',
    });
    const content = {
      kind: 'answer',
      reportId: 'r1',
      note,
      siteName: null,
      hazard: false,
      another: false,
    } as const;
    const text = renderText(envelope(content), stockholm);
    expect(text).toContain('Obs\nLäs guiden (https://hjalp.example/wifi) först');
  });
});

describe('a hand-off', () => {
  it('names who has it, the number and what happens next', () => {
    const text = textOf('handed off now');
    expect(text).toContain('Karin Lind');
    expect(text).toContain('VK-1042');
    expect(text).toContain('Du får besked här');
    expect(text).toContain('behöver inte börja om');
  });

  it('says honestly that there was no advice', () => {
    expect(textOf('handed off, no note, hazard')).toContain('Jag har inget råd om just det här');
  });

  it('says when somebody starts if nobody is on duty', () => {
    expect(textOf('handed off, waits')).toContain('måndagen den 30 november kl. 07.30');
  });

  it('says whom to ring while it escalates, and names no number that is not known', () => {
    expect(textOf('handed off, escalating')).toContain('Ring Karin Lind på 08-000 00 21.');
    expect(textOf('handed off, escalating without a number')).not.toContain('på null');
    expect(textOf('handed off, escalating to nobody')).toContain('112');
  });

  it('leaves the number out of a preview', () => {
    expect(textOf('handed off, preview')).not.toContain('VK-');
  });
});

describe('what a technician reads', () => {
  it('tells a former holder only whose it is now', () => {
    const text = textOf('case of another now');
    expect(text).toContain('Karin Lind har tagit det här');
    expect(text).not.toContain('Anna Berg');
  });

  it('says who was first, and that nothing changed', () => {
    expect(textOf('press taken')).toBe('Ärende VK-1042: Omar Haddad hann före. Tack ändå!');
    expect(textOf('press withdrawn')).toContain('Allt är som förut.');
  });
});

it('cuts what is endless, and says so', () => {
  const note = noteView({ introduction: 'ord '.repeat(30_000) });
  const content = {
    kind: 'answer',
    reportId: 'r1',
    note,
    siteName: null,
    hazard: false,
    another: false,
  } as const;
  const text = renderText(envelope(content), stockholm);
  expect(text.length).toBeLessThanOrEqual(20_000);
  expect(text).toContain('(förkortat)');
  expect(text).toContain('3. Tryck Windows');
  expect(text).toContain('människa');
});
