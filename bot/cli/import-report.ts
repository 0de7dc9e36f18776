import { type DeskItem, keyOf } from '#knowledge/desk-folder/desk-item.ts';
import type { DeskChanges } from '#knowledge/desk-folder/desk-repository.ts';
import { differencesBetween, type FieldDifference } from '#knowledge/desk-folder/difference.ts';
import type { ImportConflict, ImportPlan } from '#knowledge/desk-folder/plan-import.ts';

type Choices = { readonly overwrite?: boolean; readonly prune?: boolean; readonly dryRun?: boolean };

/** What an import did, or would do, as data. Items are named `<kind>:<id>`. */
export function importReport(plan: ImportPlan, changes: DeskChanges, choices: Choices) {
  const conflicts = plan.conflicts.filter((conflict) => !isSettled(conflict, choices));
  const removed = changes.remove.map(keyOf);
  return {
    ok: true,
    dryRun: choices.dryRun === true,
    counts: {
      added: plan.add.length,
      updated: changes.upsert.length - plan.add.length,
      unchanged: plan.unchanged.length,
      removed: removed.length,
      conflicts: conflicts.length,
      lacking: choices.prune ? 0 : plan.prune.length,
    },
    add: plan.add.map(keyOf),
    update: plan.update.map(({ before, after }) => ({
      item: keyOf(after),
      differences: compare(before, after),
    })),
    conflicts: plan.conflicts.map((conflict) => ({
      item: keyOf(conflict.before),
      kind: conflict.kind,
      kept: !isSettled(conflict, choices),
      differences: conflict.kind === 'both-changed' ? compare(conflict.before, conflict.after) : [],
    })),
    remove: removed,
    lacking: choices.prune ? [] : plan.prune.map(keyOf),
  };
}

/** True when the choices let the folder win. */
function isSettled(conflict: ImportConflict, choices: Choices): boolean {
  if (!choices.overwrite) return false;
  return conflict.kind === 'both-changed' || choices.prune === true;
}

function compare(before: DeskItem, after: DeskItem): FieldDifference[] {
  return differencesBetween(before.value, after.value);
}

/** The difference in lines: `+` added, `~` updated, `-` removed, `!` conflict. Conflicts always, the rest on a dry run. */
export function planLines(plan: ImportPlan, choices: Choices): string[] {
  const conflicts = plan.conflicts.flatMap((conflict) => conflictLines(conflict, choices));
  if (!choices.dryRun) return conflicts;
  return [
    ...plan.add.map((item) => `+ ${name(item)}`),
    ...plan.update.flatMap(({ before, after }) => [`~ ${name(after)}`, ...fieldLines(before, after)]),
    ...plan.prune.map((item) =>
      choices.prune ? `- ${name(item)}` : `? ${name(item)}: not in the folder, stays`,
    ),
    ...conflicts,
  ];
}

function conflictLines(conflict: ImportConflict, choices: Choices): string[] {
  const settled = isSettled(conflict, choices);
  if (conflict.kind === 'missing-in-folder') {
    if (!choices.prune && !choices.dryRun) return [];
    return [
      `! ${name(conflict.before)}: made or edited here, not in the folder, ${settled ? 'removed' : 'kept'}`,
    ];
  }
  const { before, after } = conflict;
  return [
    `! ${name(before)}: edited here, ${settled ? 'overwritten' : 'kept'}`,
    ...fieldLines(before, after),
  ];
}

/** Settings are one of a kind: their id says nothing. */
function name(item: DeskItem): string {
  return item.kind === 'settings' ? 'settings' : `${item.kind} ${item.id}`;
}

function fieldLines(before: DeskItem, after: DeskItem): string[] {
  return compare(before, after).map(
    (field) => `    ${field.field}: ${quote(field.before)} → ${quote(field.after)}`,
  );
}

function quote(text: string | null): string {
  return text === null ? '(none)' : `"${text}"`;
}
