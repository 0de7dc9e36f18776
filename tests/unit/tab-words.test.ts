import { describe, expect, it } from 'vitest';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { tabTryTexts } from '#bot/i18n/tab-try.ts';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import { decisionsFor, heapOrder } from '#knowledge/tab/views/work/heaps.ts';
import { lix, sentencesOf } from '../support/plainness.ts';

const areas = {
  work: tabWorkTexts,
  try: tabTryTexts,
  insights: tabInsightsTexts,
  desk: tabDeskTexts,
  exchange: tabExchangeTexts,
};

describe.each(Object.entries(areas))('the words of %s', (_, texts) => {
  it('are plain Swedish: no sentence is harder to read than a newspaper', () => {
    const hard = sentencesOf(texts.sv).filter(({ text }) => text.split(' ').length > 6 && lix(text) >= 50);
    expect(hard).toEqual([]);
  });

  it('are the same in both languages, none missing and none left in Swedish', () => {
    const [swedish, english] = [sentencesOf(texts.sv), sentencesOf(texts.en)];
    expect(english.map(({ path }) => path)).toEqual(swedish.map(({ path }) => path));
    expect(english.filter(({ text }) => /[åäöÅÄÖ]/.test(text))).toEqual([]);
  });
});

describe('the words of a decision', () => {
  it('are there for every decision that a heap offers', () => {
    const silent = heapOrder.flatMap((kind) =>
      decisionsFor(kind).filter((decision) => tabWorkTexts.sv.decisions[kind][decision] === ''),
    );
    expect(silent).toEqual([]);
  });
});
