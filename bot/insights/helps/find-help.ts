import type { ReceivePorts } from '#bot/conversation/receive-message.ts';
import { localDate } from '#bot/desk/local-time.ts';
import type { CaseStore } from '#bot/handoff/stores.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { ChooseResponsible } from '#bot/triage/responsible.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';
import type { InsightStore } from '../insight-store.ts';
import { type Help, helpWindow } from './help.ts';
import { findNotesToMend, findNotesToWrite } from './notes.ts';
import { findRowToChange } from './row-to-change.ts';
import { findSitesToVisit } from './sites-to-visit.ts';
import { findSlowContractors } from './slow-contractors.ts';

export type HelpPorts = {
  readonly insights: Pick<InsightStore, 'facts' | 'noteCounts' | 'incidentCounts' | 'factsWithContractor'>;
  readonly work: Pick<WorkStore, 'unanswered' | 'failedWordings'>;
  readonly cases: Pick<CaseStore, 'withContractor' | 'get'>;
  readonly understanding: Pick<ReceivePorts, 'triage'>;
  readonly chooseResponsible: ChooseResponsible;
  readonly loaded: LoadedDesk;
  readonly at: Date;
};

/** Everything that would help, of what happened in the last 90 days, each with what a replay says it would have changed. */
export async function findHelp(ports: HelpPorts): Promise<Help> {
  const { insights, at, loaded } = ports;
  const { timezone } = loaded.desk.settings;
  const since = new Date(at.getTime() - helpWindow);
  const today = localDate(at, timezone);
  return {
    from: localDate(since, timezone),
    to: today,
    madeAt: at.toISOString(),
    notesToWrite: await findNotesToWrite(ports, since),
    notesToMend: await findNotesToMend(ports, since),
    sitesToVisit: await findSitesToVisit(ports, since),
    rowToChange: await findRowToChange(ports, since),
    contractorsToTalkTo: findSlowContractors(await insights.factsWithContractor(since)),
  };
}
