import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import { diffItems, diffSteps, diffWords, type Stretch } from '#knowledge/tab/views/notes/history/diff.ts';
import { toGroves } from '#knowledge/tab/views/notes/list/to-groves.ts';
import { movesFrom } from '#knowledge/tab/views/notes/page/moves-from.ts';

const short = (stretches: readonly Stretch[]) =>
  stretches.map(({ kind, text }) => ({ same: text, added: `+${text}`, removed: `-${text}` })[kind]);

describe('a difference', () => {
  it('shows the words that went and came', () => {
    expect(short(diffWords('Skrivaren somnar ofta', 'Skrivaren vaknar ofta'))).toEqual([
      'Skrivaren ',
      '-somnar',
      '+vaknar',
      ' ofta',
    ]);
  });

  it('gathers neighbouring words', () => {
    expect(short(diffWords('tar en minut.', 'tar nästan två.'))).toEqual([
      'tar ',
      '-en minut.',
      '+nästan två.',
    ]);
  });

  it('shows a rewritten step as a change inside it', () => {
    expect(diffSteps(['Starta om.', 'Vänta.'], ['Starta om datorn.', 'Vänta.']).map(short)).toEqual([
      ['Starta ', '-om.', '+om datorn.'],
      ['Vänta.'],
    ]);
  });

  it('loses nothing of either text', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const stretches = diffWords(before, after);
        const side = (other: Stretch['kind']) =>
          stretches
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join('')
            .replaceAll(' ', '');
        expect(side('added')).toBe(before.replaceAll(' ', ''));
        expect(side('removed')).toBe(after.replaceAll(' ', ''));
      }),
    );
  });

  it('turns one list into the other', () => {
    const list = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const items = diffItems(before, after);
        expect(items.filter(({ kind }) => kind !== 'added').map(({ text }) => text)).toEqual(before);
        expect(items.filter(({ kind }) => kind !== 'removed').map(({ text }) => text)).toEqual(after);
      }),
    );
  });

  it('of enormous texts is told as a whole rather than waited for', () => {
    const many = (word: string) => Array.from({ length: 9_000 }, (_, at) => `${word}${at}`).join(' ');
    expect(diffWords(many('a'), many('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

const site = (id: string, change: Partial<SiteBranch> = {}): SiteBranch => ({
  id,
  name: id,
  kind: 'school',
  area: 'Norra',
  parentId: null,
  notes: 0,
  stale: 0,
  mayEdit: true,
  ...change,
});

describe('the tree of sites', () => {
  it('has areas by name, and a site’s own under it', () => {
    const sites = [
      site('_shared', { area: null }),
      site('paviljongen', { parentId: 'ekskolan' }),
      site('öskolan', { area: 'Södra' }),
      site('ekskolan'),
      site('alskolan'),
    ];
    expect(
      toGroves(sites, '', 'Övriga').map(({ area, sites: rows }) => [
        area,
        ...rows.map((row) => `${row.depth} ${row.site.id}`),
      ]),
    ).toEqual([
      ['Norra', '0 alskolan', '0 ekskolan', '1 paviljongen'],
      ['Södra', '0 öskolan'],
    ]);
  });

  it('finds by name and area, and shows a child whose parent is not found', () => {
    const sites = [
      site('ekskolan'),
      site('paviljongen', { parentId: 'ekskolan' }),
      site('bok', { area: null }),
    ];
    expect(toGroves(sites, 'PAVIL', 'Övriga')[0]?.sites.map((row) => row.site.id)).toEqual(['paviljongen']);
    expect(toGroves(sites, 'övriga', 'Övriga')).toEqual([]);
    expect(toGroves(sites, '', 'Övriga').map(({ area }) => area)).toEqual(['Norra', 'Övriga']);
  });

  it('holds every site once even when parents go in a ring', () => {
    const ring = [site('a', { parentId: 'b' }), site('b', { parentId: 'a' })];
    expect(
      toGroves(ring, '', '')[0]
        ?.sites.map((row) => row.site.id)
        .toSorted(),
    ).toEqual(['a', 'b']);
  });
});

describe('the life of a note', () => {
  it.each([
    ['draft', true, 'published'],
    ['draft', false, 'in-review'],
    ['in-review', true, 'published'],
    ['in-review', false, null],
    ['published', true, null],
    ['archived', true, 'draft'],
  ] as const)('goes on from %s (may publish: %s) to %s', (status, mayPublish, first) => {
    const moves = movesFrom({ status, mayEdit: true, mayPublish });
    expect(moves.first).toBe(first);
    if (!mayPublish) expect([moves.first, ...moves.rest]).not.toContain('published');
  });

  it('is nobody’s who may not edit', () => {
    expect(movesFrom({ status: 'draft', mayEdit: false, mayPublish: true })).toEqual({
      first: null,
      rest: [],
    });
  });
});
