import { describe, expect, it } from 'vitest';
import { tabTexts } from '#bot/i18n/tab.ts';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { lix, sentencesOf } from '../support/plainness.ts';

const texts = { shell: tabTexts, notes: notesTexts, 'the form': noteFormTexts };

describe.each(Object.entries(texts))('the words of %s', (_, { sv, en }) => {
  it('are plain Swedish: no sentence is harder to read than a newspaper', () => {
    const hard = sentencesOf(sv).filter(({ text }) => text.split(' ').length > 6 && lix(text) >= 50);
    expect(hard).toEqual([]);
  });

  it('are the same in both languages, none missing and none left in Swedish', () => {
    const [swedish, english] = [sentencesOf(sv), sentencesOf(en)];
    expect(english.map(({ path }) => path)).toEqual(swedish.map(({ path }) => path));
    expect(english.filter(({ text }) => /[åäöÅÄÖ]/.test(text))).toEqual([]);
  });
});
