import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { renderAiDisclosure } from '#bot/privacy/report/ai-disclosure.ts';
import { renderImpactAssessment } from '#bot/privacy/report/impact-assessment.ts';
import { renderRecord } from '#bot/privacy/report/record-of-processing.ts';
import { renderSecrecyAdvice } from '#bot/privacy/report/secrecy-advice.ts';
import { everyKind } from '../support/every-kind.ts';
import { everyPage, noPage } from '../support/every-page.ts';
import { everyReply } from '../support/every-reply.ts';
import { lix, sentencesOf } from '../support/plainness.ts';
import { envelope, stockholm } from '../support/replies.ts';
import { reportBasis } from '../support/report-basis.ts';
import { wordsShown } from '../support/words-shown.ts';

type Whole = { readonly name: string; readonly lix: number };

/** Every message and card as it stands on screen, whole, with its headings, labels and buttons. */
const replies: readonly Whole[] = Object.entries(everyReply).map(([name, content]) => {
  const shown = wordsShown(renderReply(envelope(content, { language: 'sv' }), stockholm));
  return { name, lix: lix(shown) };
});

/** A page's own words: what it is made of, each label and heading a line; notes and cases in it are somebody's own. */
const pages: readonly Whole[] = Object.entries(everyPage).map(([name, texts]) => {
  const all = sentencesOf(texts).map(({ text }) => text);
  return { name, lix: lix(all.join('\n')) };
});

/** The papers of privacy, as they are read: each cell of a table is a line of its own. */
const papers: readonly Whole[] = Object.entries({
  'record of processing': renderRecord(reportBasis),
  'impact assessment': renderImpactAssessment(reportBasis),
  'the AI Act': renderAiDisclosure(reportBasis),
  'secrecy, for editors': renderSecrecyAdvice(),
}).map(([name, text]) => ({ name, lix: lix(text.replaceAll('|', '\n')) }));

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

  it('is asked of each kind of message, and of each file of words', () => {
    const kinds = new Set<string>(Object.values(everyReply).map(({ kind }) => kind));
    expect(everyKind.filter((kind) => !kinds.has(kind))).toEqual([]);
    const files = readdirSync(new URL('../../bot/i18n/', import.meta.url))
      .filter((file) => file.endsWith('.ts') && !/-(?:sv|en)\.ts$/.test(file))
      .map((file) => file.replace(/\.ts$/, ''));
    expect(files.toSorted()).toEqual([...Object.keys(everyPage), ...noPage].toSorted());
  });

  it('is under 40 on every page', () => {
    expect(
      pages.filter((one) => one.lix >= 40),
      worst(pages, 10),
    ).toEqual([]);
  });

  it('is under 40 in every paper', () => {
    expect(
      papers.filter((one) => one.lix >= 40),
      worst(papers, 4),
    ).toEqual([]);
  });

  it('is above 40 where it is hard to read', () => {
    expect(
      lix('Ärendehanteringssystemets felsökningsinstruktioner uppdateras kontinuerligt.'),
    ).toBeGreaterThan(60);
    expect(lix('Skrivaren är trasig. Vi kommer snart.')).toBeLessThan(40);
  });
});
