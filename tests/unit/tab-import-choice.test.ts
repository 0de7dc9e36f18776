import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '#bot/web/api/contract/exchange-contract.ts';
import {
  batchesOf,
  beginChoice,
  choose,
  chooseAll,
  type FoundNote,
  keysInTheWay,
  moveTo,
  retitle,
} from '#knowledge/tab/views/exchange/import-choice.ts';
import { buildContent } from '../support/tab-builders.ts';

const found = (key: string, change: Partial<FoundNote> = {}): FoundNote => ({
  key,
  folder: 'solrosen',
  content: buildContent({ title: `Notis ${key}`, sites: ['solrosen'] }),
  faults: [],
  like: null,
  ...change,
});
const error = { field: 'title', level: 'error', message: 'Rubriken saknas.' } as const;
const warning = { field: null, level: 'warning', message: 'Ingen ägare.' } as const;
const preview = (...notes: FoundNote[]): ImportPreview => ({ file: 'notiser.docx', notes, left: [] });

describe('notes that were found in a file', () => {
  it('are chosen, but for those with an error and those that say what is said already', () => {
    const notes = beginChoice(
      preview(
        found('a', { faults: [warning] }),
        found('b', { faults: [error] }),
        found('c', { like: { id: 'solrosen/wifi', title: 'Wifi' } }),
      ),
    );
    expect(notes.map(({ chosen }) => chosen)).toEqual([true, false, false]);
  });

  it('are chosen all at once, without those that have an error', () => {
    const notes = beginChoice(preview(found('a'), found('b', { faults: [error] })));
    expect(chooseAll(notes, true).map(({ chosen }) => chosen)).toEqual([true, false]);
    expect(chooseAll(notes, false).some(({ chosen }) => chosen)).toBe(false);
  });

  it('lose the fault of a title when they get one, and no other fault', () => {
    const notes = retitle(beginChoice(preview(found('a', { faults: [error, warning] }))), 'a', 'Skrivaren');
    expect(notes[0]?.faults).toEqual([warning]);
    expect(retitle(notes, 'a', '')[0]?.content.title).toBe('');
  });

  it('move to another site with their list of sites', () => {
    const notes = beginChoice(preview(found('a')));
    expect(moveTo(notes, 'a', 'granen')[0]).toMatchObject({
      folder: 'granen',
      content: { sites: ['granen'] },
    });
    expect(moveTo(notes, 'a', '_shared')[0]).toMatchObject({ folder: '_shared', content: { sites: [] } });
  });

  it('hold up the rest when they are chosen with an error or without a title', () => {
    const notes = beginChoice(preview(found('a'), found('b', { faults: [error] }), found('c')));
    expect(keysInTheWay(notes)).toEqual([]);
    expect(keysInTheWay(retitle(choose(notes, 'b', true), 'c', ' '))).toEqual(['b', 'c']);
  });

  it('are sent at most five hundred at a time, each once, in order, with titles that are trimmed', () => {
    const notes = beginChoice(preview(...Array.from({ length: 1_001 }, (_, index) => found(String(index)))));
    const batches = batchesOf(retitle(notes, '0', '  Först '));
    expect(batches.map((batch) => batch.length)).toEqual([500, 500, 1]);
    expect(batches[0]?.[0]?.content.title).toBe('Först');
    expect(batches[2]?.[0]?.content.title).toBe('Notis 1000');
    expect(batchesOf(chooseAll(notes, false))).toEqual([]);
  });
});
