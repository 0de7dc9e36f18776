import { createContractorLines, linePatience } from '#bot/jobs/contractor-lines.ts';
import type { Deliverer } from '#bot/jobs/create-deliverer.ts';
import { createJobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { keepWatch } from '#bot/jobs/keep-watch.ts';
import type { FiguresPorts } from '#bot/jobs/weekly-figures.ts';
import { observeJobs, observeSweep } from '#bot/observe/observe-jobs.ts';
import type { Observer } from '#bot/observe/observer.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { AppPorts } from './app.ts';
import type { RememberedDesk } from './remember-desk.ts';
import type { ModelInApp } from './with-model.ts';

/** What goes on beside the talk: jobs, and what is looked after all the time. */
export type Background = {
  readonly start: () => Promise<void>;
  /** Nothing is begun any more by what goes round. */
  readonly stopWatching: () => void;
  /** Takes no more jobs; resolves when none is under way. */
  readonly stop: () => Promise<void>;
};

type Parts = {
  readonly desk: RememberedDesk;
  readonly deliverer: Deliverer;
  readonly model: ModelInApp | null;
  /** Without a language model, as replays of what was are. */
  readonly byRules: FiguresPorts['understanding'];
  readonly observer: Observer;
};

export function openBackground(
  ports: AppPorts,
  { desk, deliverer, model, byRules, observer }: Parts,
): Background {
  const { clock, newId, logger } = ports;
  const jobPorts = {
    storage: ports.storage,
    deskSource: desk.source,
    connectors: ports.connectors,
    ...(ports.followMarks ? { followMarks: ports.followMarks } : {}),
    weeder: ports.weeder,
    ...(ports.editors
      ? { figures: { ...pick(ports.editors.stores), understanding: byRules, chooseResponsible } }
      : {}),
    deliverer,
    alert: ports.alert ?? null,
    ...(ports.files ? { keepFilesForDays: ports.files.keepForDays } : {}),
    ...(model ? { summarise: model.summarise({ deliverer, newId }) } : {}),
    now: clock.now,
    newId,
    logger,
  };
  const lines = createContractorLines({ ...jobPorts, patience: linePatience });
  let stopWatching = () => {};
  return {
    async start() {
      await ports.jobs.start(observeJobs(observer, createJobHandlers(jobPorts, lines)));
      stopWatching = await keepWatch({ ...jobPorts, lines, deliverer: observeSweep(deliverer, newId) });
    },
    stopWatching: () => stopWatching(),
    async stop() {
      await ports.jobs.stop();
      await lines.idle();
    },
  };
}

function pick({ insights, work }: Pick<FiguresPorts, 'insights' | 'work'>) {
  return { insights, work };
}
