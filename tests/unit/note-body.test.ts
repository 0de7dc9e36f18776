import { describe, expect, it } from 'vitest';
import { parseNoteBody, privateMarksBalance, stripPrivate } from '#knowledge/note-body.ts';
import { appliesTo, isCurrent, isCurrentOutage, isStale } from '#knowledge/note-life.ts';

describe('a note’s body', () => {
  it('gives the first ordered list under a heading as the guided fix', () => {
    const body =
      'Inledning.\n\n1. inte detta\n\n## Prova detta\n1. Ett.\n2. Två\n   rader.\n\n3. Tre.\n\nSedan.\n\n## Mer\n1. Nej.\n';
    expect(parseNoteBody(body)).toEqual({
      introduction: 'Inledning.\n\n1. inte detta',
      steps: ['Ett.', 'Två\nrader.', 'Tre.'],
      rest: 'Sedan.\n\n## Mer\n1. Nej.',
    });
  });

  it('has no steps without a heading or a list', () => {
    expect(parseNoteBody('Bara text.\n\n## Rubrik\n- punkt')).toEqual({
      introduction: 'Bara text.\n\n## Rubrik\n- punkt',
      steps: [],
      rest: '',
    });
    expect(parseNoteBody('')).toEqual({ introduction: '', steps: [], rest: '' });
  });

  it('reads windows line ends, and no steps inside a code block', () => {
    expect(parseNoteBody('## Gör\r\n1) Ett\r\n2) Två').steps).toEqual(['Ett', 'Två']);
    expect(parseNoteBody('## Gör\n```\n1. kod\n```\n').steps).toEqual([]);
  });

  it.each([
    ['Fråga [privat]Anna[/privat] först.', 'Fråga  först.', true],
    ['Fråga [privat]Anna', 'Fråga ', false],
    ['Anna[/privat] vet.', ' vet.', false],
    ['A [privat]b [privat]c[/privat] d', 'A ', false],
    ['A [PRIVAT]b[/ Privat ] c', 'A  c', true],
    ['A [privat b', 'A ', false],
  ])('loses its private parts: %s', (text, left, balanced) => {
    expect(stripPrivate(text).trimEnd()).toBe(left.trimEnd());
    expect(privateMarksBalance(text)).toBe(balanced);
  });

  it('never gives a private part as a step', () => {
    const { steps } = parseNoteBody('## Gör\n1. Ett. [privat]Ring Anna.\n2. Koden.[/privat]\n3. Tre.');
    expect(steps.join()).not.toMatch(/Anna|Koden/);
  });
});

describe('a note’s life', () => {
  const zone = 'Europe/Stockholm';

  it('is stale from the day after review_by, by the desk’s clock', () => {
    const note = { reviewBy: '2026-11-22' };
    expect(isStale(note, new Date('2026-11-22T22:30:00Z'), zone)).toBe(false);
    expect(isStale(note, new Date('2026-11-22T23:30:00Z'), zone)).toBe(true);
    expect(isStale({ reviewBy: null }, new Date(), zone)).toBe(false);
  });

  it('is current inside its window, the end exclusive, in dates or instants', () => {
    const outage = { validFrom: '2026-11-24T09:20:00+01:00', validTo: '2026-11-25T15:00:00+01:00' };
    expect(isCurrent(outage, new Date('2026-11-24T08:19:59Z'), zone)).toBe(false);
    expect(isCurrent(outage, new Date('2026-11-24T08:20:00Z'), zone)).toBe(true);
    expect(isCurrentOutage(outage, new Date('2026-11-25T14:00:00Z'), zone)).toBe(false);
    const days = { validFrom: '2026-11-24', validTo: '2026-11-25' };
    expect(isCurrent(days, new Date('2026-11-23T23:00:00Z'), zone)).toBe(true);
    expect(isCurrent(days, new Date('2026-11-24T23:00:00Z'), zone)).toBe(false);
    expect(isCurrentOutage({ validFrom: null, validTo: null }, new Date(), zone)).toBe(false);
  });

  it('applies to its named sites, else to its kinds, else everywhere', () => {
    const site = { id: 'solrosen', kind: 'preschool' } as const;
    expect(appliesTo({ sites: ['solrosen'], siteKinds: [] }, site)).toBe(true);
    expect(appliesTo({ sites: ['kajen'], siteKinds: ['preschool'] }, site)).toBe(false);
    expect(appliesTo({ sites: [], siteKinds: ['school'] }, site)).toBe(false);
    expect(appliesTo({ sites: [], siteKinds: [] }, null)).toBe(true);
    expect(appliesTo({ sites: [], siteKinds: ['school'] }, null)).toBe(false);
  });
});
