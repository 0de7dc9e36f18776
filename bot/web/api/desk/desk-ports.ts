import type { CaseStore } from '#bot/handoff/stores.ts';
import type { ChooseResponsible } from '#bot/triage/responsible.ts';
import type { DeskEditing } from '#knowledge/review/desk-editing.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';

/** What the routes of the desk's own data need. */
export type DeskPorts = {
  readonly editing: DeskEditing;
  readonly cases: Pick<CaseStore, 'assignedTo'>;
  readonly work: Pick<WorkStore, 'latestCases'>;
  readonly chooseResponsible: ChooseResponsible;
};
