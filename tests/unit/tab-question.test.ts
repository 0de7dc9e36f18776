import { describe, expect, it } from 'vitest';
import { readQuestion, timesToTry } from '#knowledge/tab/views/try/question.ts';
import { buildContent } from '../support/tab-builders.ts';

const fields = { asUpn: 'hanna@x.example', siteId: null, text: ' skrivaren står ', at: '', withDraft: false };
const draft = { id: null, folder: 'solrosen', content: buildContent() };
const desk = { timezone: 'Europe/Stockholm', draft };

describe('a question to try', () => {
  it('is asked now, without the draft, unless one says otherwise', () => {
    expect(readQuestion(fields, desk)).toEqual({
      asUpn: 'hanna@x.example',
      siteId: null,
      text: 'skrivaren står',
      at: null,
      draft: null,
    });
  });

  it('is asked at a time of the desk’s own clock, with the draft', () => {
    const question = readQuestion({ ...fields, at: '2026-12-01T19:30', withDraft: true }, desk);
    expect(question).toMatchObject({ at: '2026-12-01T18:30:00.000Z', draft });
  });

  it.each([
    [{ asUpn: '' }, 'person-missing'],
    [{ text: '  ' }, 'text-missing'],
    [{ at: 'i morgon' }, 'time-unreadable'],
  ])('without %o is sent back as %s', (change, fault) => {
    expect(readQuestion({ ...fields, ...change }, desk)).toBe(fault);
  });

  it('has times at hand that are a working day, an evening and a weekend, whatever day it is', () => {
    expect(timesToTry('2026-11-28')).toEqual({
      workday: '2026-11-30T10:00',
      evening: '2026-11-30T19:30',
      weekend: '2026-11-28T11:00',
    });
    expect(timesToTry('2026-11-24').weekend).toBe('2026-11-28T11:00');
  });
});
