import { describe, expect, it } from 'vitest';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import { danglingMentions } from '#knowledge/desk-folder/dangling-mentions.ts';
import { type DeskItem, itemsOf, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import { differencesBetween } from '#knowledge/desk-folder/difference.ts';
import { fingerprintOf } from '#knowledge/desk-folder/fingerprint.ts';
import { changesOf, planImport } from '#knowledge/desk-folder/plan-import.ts';
import { makeDeskFolder } from '../support/desk-folder.ts';

async function deskItems(): Promise<DeskItem[]> {
  const folder = await makeDeskFolder();
  const { content } = await checkDeskFolder(folder.dir);
  await folder.remove();
  return content === null ? [] : itemsOf(content);
}

const imported = (items: readonly DeskItem[]) =>
  new Map(items.map((item) => [keyOf(item), fingerprintOf(item)] as const));

/** The same items with the title of one note changed. */
function retitle(items: readonly DeskItem[], id: string, title: string): DeskItem[] {
  return items.map((item) =>
    item.kind === 'note' && item.id === id ? { ...item, value: { ...item.value, title } } : item,
  );
}

const neither = { overwrite: false, prune: false };
const printer = 'solrosen/skrivaren';

describe('planning an import', () => {
  it('adds everything to an empty database', async () => {
    const items = await deskItems();
    const plan = planImport([], items, new Map());
    expect(plan.add).toEqual(items);
    expect(changesOf(plan, neither, { revision: '0' })).toMatchObject({
      upsert: items,
      remove: [],
      basedOn: '0',
    });
  });

  it('changes nothing when the same folder comes again, whatever the order of its keys', async () => {
    const items = await deskItems();
    const turned = items.map((item) => ({
      ...item,
      value: Object.fromEntries(Object.entries(item.value).reverse()),
    }));
    expect(turned.map((item) => fingerprintOf({ value: JSON.parse(JSON.stringify(item.value)) }))).toEqual(
      items.map(fingerprintOf),
    );
    const plan = planImport(items, items, imported(items));
    expect(plan).toMatchObject({ add: [], update: [], conflicts: [], prune: [] });
    expect(plan.unchanged).toHaveLength(items.length);
  });

  it('updates what only the folder changed', async () => {
    const items = await deskItems();
    const plan = planImport(items, retitle(items, printer, 'Ny'), imported(items));
    expect(plan.update.map((change) => change.after.id)).toEqual([printer]);
    expect(plan.conflicts).toEqual([]);
  });

  it('keeps what was edited here, lists it, and goes on listing it until it is overwritten', async () => {
    const items = await deskItems();
    const here = retitle(items, printer, 'Ändrad här');
    const plan = planImport(here, retitle(items, printer, 'Ändrad i mappen'), imported(items));
    expect(plan.conflicts.map((conflict) => [conflict.kind, conflict.before.id])).toEqual([
      ['both-changed', printer],
    ]);
    const kept = changesOf(plan, neither, { revision: '1' });
    expect(kept.upsert).toEqual([]);
    expect(kept.imported.has(`note:${printer}`)).toBe(false);
    const forced = changesOf(plan, { ...neither, overwrite: true }, { revision: '1' });
    expect(forced.upsert.map((item) => item.id)).toEqual([printer]);
    expect(forced.imported.has(`note:${printer}`)).toBe(true);
  });

  it('is no conflict when both sides say the same', async () => {
    const items = await deskItems();
    const same = retitle(items, printer, 'Lika');
    const plan = planImport(same, same, imported(items));
    expect(plan.conflicts).toEqual([]);
    expect(changesOf(plan, neither, { revision: '1' }).imported.get(`note:${printer}`)).toBe(
      imported(same).get(`note:${printer}`),
    );
  });

  it('leaves what the folder lacks unless it prunes, and what was made here unless it overwrites too', async () => {
    const items = await deskItems();
    const folder = items.filter((item) => item.id !== printer);
    const untouched = planImport(items, folder, imported(items));
    expect(changesOf(untouched, neither, { revision: '1' }).remove).toEqual([]);
    expect(changesOf(untouched, { ...neither, prune: true }, { revision: '1' }).remove).toEqual([
      { kind: 'note', id: printer },
    ]);
    const madeHere = planImport(items, folder, imported(folder));
    expect(changesOf(madeHere, { ...neither, prune: true }, { revision: '1' }).remove).toEqual([]);
    expect(changesOf(madeHere, { overwrite: true, prune: true }, { revision: '1' }).remove).toHaveLength(1);
  });

  it('finds what a pruning import would leave hanging', async () => {
    const items = await deskItems();
    const folder = items.filter((item) => !(item.kind === 'site' && item.id === 'solrosen'));
    const changes = changesOf(
      planImport(items, folder, imported(items)),
      { ...neither, prune: true },
      { revision: '1' },
    );
    expect(danglingMentions(items, changes).map((fault) => fault.file)).toContain(`notes/${printer}.md`);
    expect(danglingMentions(items, { ...changes, remove: [] })).toEqual([]);
  });
});

describe('the difference between two versions', () => {
  it('goes field by field, into facts, and shows long texts where they part', () => {
    const long = 'a'.repeat(300);
    expect(
      differencesBetween(
        { title: 'A', facts: { wifi: 'x', switch: 's' }, tags: ['a'], body: `${long}1`, same: null },
        { title: 'B', facts: { wifi: 'y', switch: 's' }, tags: ['a', 'b'], body: `${long}2`, same: null },
      ),
    ).toEqual([
      { field: 'title', before: 'A', after: 'B' },
      { field: 'facts.wifi', before: 'x', after: 'y' },
      { field: 'tags', before: 'a', after: 'a; b' },
      { field: 'body', before: `…${'a'.repeat(30)}1`, after: `…${'a'.repeat(30)}2` },
    ]);
  });
});
