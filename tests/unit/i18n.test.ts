import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from '#bot/i18n/messages.ts';
import { factInWords, openingHoursInWords } from '#bot/i18n/opening-hours-in-words.ts';
import { reasonInWords } from '#bot/i18n/reason-in-words.ts';
import { aboutTimeInWords, dateInWords, timeInWords } from '#bot/i18n/when.ts';
import { lix, sentencesOf } from '../support/plainness.ts';
import { stockholm } from '../support/replies.ts';

const sv = { language: 'sv', ...stockholm } as const;
const en = { language: 'en', ...stockholm } as const;

describe('every sentence', () => {
  const swedish = sentencesOf(messages('sv'));
  const english = sentencesOf(messages('en'));

  it('exists in both languages', () => {
    expect(english.map(({ path }) => path).sort()).toEqual(swedish.map(({ path }) => path).sort());
  });

  it('says something, and nothing that a machine says', () => {
    const empty = [...swedish, ...english].filter(({ text }) => text.trim() === '');
    expect(empty.map(({ path }) => path)).toEqual(['technician.next.none', 'technician.next.none']);
    for (const { path, text } of [...swedish, ...english]) {
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    }
  });

  it('is not Swedish in the English texts', () => {
    const strange = english.filter(({ text }) => /[åäö]/i.test(text));
    expect(strange).toEqual([]);
  });

  it('fits on a button', () => {
    for (const language of ['sv', 'en'] as const) {
      for (const { path, text } of sentencesOf(messages(language).buttons)) {
        expect(text.length, path).toBeLessThanOrEqual(28);
      }
    }
  });

  it('is plain Swedish: LIX under 40 for all of it, and for each part', () => {
    const parts = ['talk', 'answers', 'cases', 'technician'] as const;
    for (const part of parts) {
      const text = sentencesOf(messages('sv')[part])
        .map((sentence) => `${sentence.text}.`)
        .join('\n');
      expect(lix(text), part).toBeLessThan(40);
    }
  });

  it('is never a long sentence', () => {
    for (const { path, text } of [...swedish, ...english]) {
      for (const sentence of text.split(/[.!?:]\s/)) {
        expect(sentence.split(/\s+/).length, `${path}: ${sentence}`).toBeLessThanOrEqual(22);
      }
    }
  });
});

describe('times', () => {
  it.each([
    ['2026-11-23T10:40:00+01:00', 'i dag kl. 10.40', 'today at 10:40'],
    ['2026-11-23T23:59:00Z', 'i morgon kl. 00.59', 'tomorrow at 00:59'],
    ['2026-11-22T15:10:00+01:00', 'i går kl. 15.10', 'yesterday at 15:10'],
    ['2026-11-27T07:30:00+01:00', 'på fredag kl. 07.30', 'on Friday at 07:30'],
    ['2026-11-30T07:30:00+01:00', 'måndagen den 30 november kl. 07.30', 'on Monday 30 November at 07:30'],
    [
      '2027-01-07T08:00:00+01:00',
      'torsdagen den 7 januari 2027 kl. 08.00',
      'on Thursday 7 January 2027 at 08:00',
    ],
  ])('says %s as people do', (instant, swedish, english) => {
    expect(timeInWords(instant, sv)).toBe(swedish);
    expect(timeInWords(instant, en)).toBe(english);
  });

  it('counts days in the zone of the desk, also when the clocks change', () => {
    const options = { ...sv, now: new Date('2026-10-24T23:30:00+02:00') };
    expect(timeInWords('2026-10-25T02:30:00Z', options)).toBe('i morgon kl. 03.30');
  });

  it('promises about when, and names the day only when it is another', () => {
    expect(aboutTimeInWords('2026-11-23T10:40:00+01:00', sv)).toBe('ca 10.40');
    expect(aboutTimeInWords('2026-11-24T10:40:00+01:00', sv)).toBe('i morgon ca 10.40');
  });

  it('writes dates out, also at midnight and without a now', () => {
    expect(dateInWords('2026-09-14', sv)).toBe('14 september 2026');
    expect(dateInWords('2026-09-14T23:30:00Z', sv)).toBe('15 september 2026');
    expect(dateInWords('2026-09-14', en)).toBe('14 September 2026');
    expect(timeInWords('2026-11-23T10:40:00+01:00', { ...sv, now: null })).toBe(
      'måndagen den 23 november 2026 kl. 10.40',
    );
  });

  it('shows what is no time as it was written', () => {
    expect(timeInWords('snart', sv)).toBe('snart');
    expect(dateInWords('i höstas', sv)).toBe('i höstas');
  });
});

describe('words of the desk', () => {
  it('turns opening hours into words', () => {
    expect(openingHoursInWords('Mo-Fr 07:00-16:30; PH off', 'sv')).toBe(
      'mån–fre 07.00–16.30, helgdagar stängt',
    );
    expect(openingHoursInWords('24/7', 'en')).toBe('around the clock');
    expect(openingHoursInWords('Mo-Fr 06:30-12:00,13:30-17:30', 'sv')).toBe(
      'mån–fre 06.30–12.00, 13.30–17.30',
    );
  });

  it('names facts, and writes unknown ones readably', () => {
    expect(factInWords('alarm_code', 'sv')).toBe('larmkod');
    expect(factInWords('larmbolag_kund', 'sv')).toBe('larmbolag kund');
  });
});

describe('reasons', () => {
  it('have words for every key that the rules use', () => {
    const keys = reasonKeys();
    expect(keys.length).toBeGreaterThan(20);
    for (const language of ['sv', 'en'] as const) {
      const missing = keys.filter((key) => !(key in messages(language).reasons));
      expect(missing).toEqual([]);
    }
  });

  it('say what the rule knew', () => {
    const values = { conditions: 'printer', handledBy: 'local', row: '1' };
    expect(reasonInWords({ key: 'responsible.matrix', values }, 'sv')).toBe(
      'skrivare → lokal tekniker (regel 1)',
    );
  });

  it('are shown with their values when they have no words yet', () => {
    expect(reasonInWords({ key: 'model.says-so', values: { because: 'en gissning' } }, 'sv')).toBe(
      'model says so: en gissning',
    );
  });
});

/** Keys as the rules write them: `'responsible.deputy'`, and `verdict('answer', 'note')` for `decide.note`. */
function reasonKeys(): string[] {
  const files = readdirSync('bot/triage', { recursive: true, encoding: 'utf8' });
  const source = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`bot/triage/${file}`, 'utf8'))
    .join('\n');
  const whole = [...source.matchAll(/'((?:responsible|decide)\.[a-z-]+)'/g)].map(([, key]) => key);
  const verdicts = [...source.matchAll(/verdict\('[a-z-]+',\s*'([a-z-]+)'/g)].map(
    ([, key]) => `decide.${key}`,
  );
  return [...new Set([...whole, ...verdicts].filter((key) => key !== undefined))];
}
