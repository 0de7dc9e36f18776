import { describe, expect, it } from 'vitest';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { simulatorTexts } from '#bot/i18n/simulator.ts';
import { tabTexts } from '#bot/i18n/tab.ts';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { tabTryTexts } from '#bot/i18n/tab-try.ts';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import { everyReply } from '../support/every-reply.ts';
import { lix, sentencesOf } from '../support/plainness.ts';
import { envelope, stockholm } from '../support/replies.ts';
import { wordsShown } from '../support/words-shown.ts';

type Whole = { readonly name: string; readonly lix: number };

/** Every message and card as it stands on screen, whole, with its headings, labels and buttons. */
const replies: readonly Whole[] = Object.entries(everyReply).map(([name, content]) => {
  const shown = wordsShown(renderReply(envelope(content, { language: 'sv' }), stockholm));
  return { name, lix: lix(shown) };
});

/** A page's own words: what it is made of, each label and heading a line; notes and cases in it are somebody's own. */
const pages: readonly Whole[] = Object.entries({
  simulator: simulatorTexts.sv,
  'tab, around the views': tabTexts.sv,
  'tab, notes': notesTexts.sv,
  'tab, a note’s form': noteFormTexts.sv,
  'tab, try': tabTryTexts.sv,
  'tab, in and out': tabExchangeTexts.sv,
  'tab, work': tabWorkTexts.sv,
  'tab, the desk': tabDeskTexts.sv,
}).map(([name, texts]) => {
  const all = sentencesOf(texts).map(({ text }) => text);
  return { name, lix: lix(all.join('\n')) };
});

const worst = (wholes: readonly Whole[], count: number) =>
  [...wholes]
    .sort((a, b) => b.lix - a.lix)
    .slice(0, count)
    .map((whole) => `${whole.lix.toFixed(1).padStart(6)}  ${whole.name}`)
    .join('\n');

describe('LIX, over the whole', () => {
  it('is under 40 in every message and card', () => {
    expect(replies.length).toBeGreaterThan(150);
    expect(
      replies.filter((one) => one.lix >= 40),
      worst(replies, 10),
    ).toEqual([]);
  });

  it('is under 40 on every page', () => {
    expect(
      pages.filter((one) => one.lix >= 40),
      worst(pages, 10),
    ).toEqual([]);
  });

  it('is above 40 where it is hard to read', () => {
    expect(
      lix('Ärendehanteringssystemets felsökningsinstruktioner uppdateras kontinuerligt.'),
    ).toBeGreaterThan(60);
    expect(lix('Skrivaren är trasig. Vi kommer snart.')).toBeLessThan(40);
  });
});
