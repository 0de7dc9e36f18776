import { describe, expect, it } from 'vitest';
import { createContradictionWatch } from '#knowledge/review/contradiction-watch.ts';
import { draftFromCase } from '#knowledge/review/draft-from-case.ts';
import { buildNote } from '../support/build-note.ts';

const taught = { title: null, category: 'av' as const, symptom: null, device: null, closingWords: '' };

describe('a draft from a solved case', () => {
  it('turns what was done into what to do, step by step, and leaves out what was masked', () => {
    const closingWords = 'Jag bytte lampan.\n2. Kopplade om HDMI; tog bort dammet. Koden är •••';
    expect(draftFromCase({ ...taught, symptom: 'Projektorn är svart,', closingWords })).toEqual({
      title: 'Projektorn är svart',
      symptoms: ['Projektorn är svart'],
      steps: ['Byt lampan.', 'Koppla om HDMI.', 'Ta bort dammet.'],
    });
  });

  it('has a title and no step where nothing was said', () => {
    expect(draftFromCase({ ...taught, device: 'skrivaren' })).toEqual({
      title: 'Skrivaren',
      symptoms: [],
      steps: [],
    });
  });
});

describe('the watch over contradictions', () => {
  const note = (id: string, step: string) =>
    buildNote({
      id,
      title: 'Skrivaren',
      symptoms: ['skriver inte ut'],
      sites: ['solen'],
      body: `## Gör\n1. ${step}\n`,
    });

  it('finds them, and looks again only where a note is another', async () => {
    const { sites } = { sites: new Map() };
    sites.set('solen', {});
    const watch = createContradictionWatch();
    const one = note('solen/a', 'Dra ur kabeln.');
    const other = note('solen/b', 'Öppna luckan.');
    expect(await watch.find([one, other], { sites }, 5_000)).toMatchObject([
      { notes: ['solen/a', 'solen/b'] },
    ]);
    expect(await watch.find([one, { ...other, body: one.body }], { sites }, 5_000)).toEqual([]);
    expect(await watch.find([one], { sites }, 5_000)).toEqual([]);
  });
});
