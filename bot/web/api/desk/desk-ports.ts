import type { Case } from '#bot/handoff/case.ts';
import type { ChooseResponsible } from '#bot/triage/responsible.ts';
import type { DeskEditing } from '#knowledge/review/desk-editing.ts';
import type { PastCase } from '#knowledge/review/work-store.ts';

/** What the routes of the desk's own data need. */
export type DeskPorts = {
  readonly editing: DeskEditing;
  /** Open cases that this technician has or is offered. */
  readonly casesOf: (upn: string) => Promise<readonly Pick<Case, 'id'>[]>;
  /** The latest cases, newest first. */
  readonly latestCases: (limit: number) => Promise<readonly PastCase[]>;
  readonly chooseResponsible: ChooseResponsible;
};
