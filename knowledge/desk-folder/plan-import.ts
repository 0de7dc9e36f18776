import { type DeskItem, type DeskItemKey, keyOf } from './desk-item.ts';
import type { DeskChanges, StoredDesk } from './desk-repository.ts';
import { fingerprintOf } from './fingerprint.ts';

export type ItemChange = { readonly before: DeskItem; readonly after: DeskItem };
/** Edited (or made) here since the last import, so that it is kept unless it is asked for to be overwritten. */
export type ImportConflict =
  /** The folder says something else. */
  | (ItemChange & { readonly kind: 'both-changed' })
  /** The folder lacks it. Only a pruning import would remove it. */
  | { readonly kind: 'missing-in-folder'; readonly before: DeskItem };

export type ImportPlan = {
  readonly add: readonly DeskItem[];
  readonly update: readonly ItemChange[];
  readonly unchanged: readonly DeskItem[];
  readonly conflicts: readonly ImportConflict[];
  /** What the folder lacks and nobody has touched here: it stays unless the import prunes. */
  readonly prune: readonly DeskItem[];
};

export type ImportChoices = { readonly overwrite: boolean; readonly prune: boolean };

/** Compares a folder with what is stored. Pure; `incoming` has been checked. */
export function planImport(
  current: readonly DeskItem[],
  incoming: readonly DeskItem[],
  lastImported: ReadonlyMap<DeskItemKey, string>,
): ImportPlan {
  const stored = new Map(current.map((item) => [keyOf(item), item]));
  const inFolder = new Set(incoming.map(keyOf));
  const plan = {
    add: [] as DeskItem[],
    update: [] as ItemChange[],
    unchanged: [] as DeskItem[],
    conflicts: [] as ImportConflict[],
    prune: [] as DeskItem[],
  };
  for (const after of incoming) {
    const before = stored.get(keyOf(after));
    if (before === undefined) plan.add.push(after);
    else if (fingerprintOf(before) === fingerprintOf(after)) plan.unchanged.push(after);
    else if (isEditedHere(before, lastImported)) plan.conflicts.push({ kind: 'both-changed', before, after });
    else plan.update.push({ before, after });
  }
  for (const before of current) {
    if (inFolder.has(keyOf(before))) continue;
    if (isEditedHere(before, lastImported)) plan.conflicts.push({ kind: 'missing-in-folder', before });
    else plan.prune.push(before);
  }
  return plan;
}

/** True for what differs from the last import, and for what no import brought. */
function isEditedHere(item: DeskItem, lastImported: ReadonlyMap<DeskItemKey, string>): boolean {
  return lastImported.get(keyOf(item)) !== fingerprintOf(item);
}

/** What is to be written, given what the person who imports chose. */
export function changesOf(
  plan: ImportPlan,
  choices: ImportChoices,
  stored: Pick<StoredDesk, 'revision'>,
): DeskChanges {
  const overwritten = choices.overwrite
    ? plan.conflicts.flatMap((conflict) => (conflict.kind === 'both-changed' ? [conflict.after] : []))
    : [];
  const upsert = [...plan.add, ...plan.update.map((change) => change.after), ...overwritten];
  const imported = [...upsert, ...plan.unchanged].map((item) => [keyOf(item), fingerprintOf(item)] as const);
  return {
    upsert,
    remove: removalsOf(plan, choices).map(({ kind, id }) => ({ kind, id })),
    imported: new Map(imported),
    basedOn: stored.revision,
  };
}

/** What a pruning import takes away; of what was edited here only when it overwrites as well. */
function removalsOf(plan: ImportPlan, choices: ImportChoices): DeskItem[] {
  if (!choices.prune) return [];
  const edited = choices.overwrite
    ? plan.conflicts.flatMap((conflict) => (conflict.kind === 'missing-in-folder' ? [conflict.before] : []))
    : [];
  // The settings are part of every folder that can be imported, so they are never among them.
  return [...plan.prune, ...edited].filter((item) => item.kind !== 'settings');
}

/** What the database holds after the changes. */
export function itemsAfter(current: readonly DeskItem[], changes: DeskChanges): DeskItem[] {
  const items = new Map(current.map((item) => [keyOf(item), item]));
  for (const item of changes.upsert) items.set(keyOf(item), item);
  for (const gone of changes.remove) items.delete(keyOf(gone));
  return [...items.values()];
}
