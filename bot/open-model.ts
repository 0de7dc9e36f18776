import { loadClients, openLanguageModel } from '#adapters/language-model/open-language-model.ts';
import type { Database } from '#adapters/storage/database.ts';
import { createMachineDraftStore } from '#adapters/storage/machine-draft-store.ts';
import { createModelCallStore } from '#adapters/storage/model-call-store.ts';
import { readMeasures } from '#adapters/storage/read-measures.ts';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import { createDraftWriter } from './model/draft-writer.ts';
import { createMachineDrafts, type MachineDrafts } from './model/machine-drafts.ts';
import { createMetrics, type Metrics, type MetricsSources } from './web/metrics.ts';
import type { AppModel } from './with-model.ts';

const month = 30 * 24 * 60 * 60 * 1000;

export type ModelAndMetrics = {
  readonly languageModel: AppModel | null;
  /** For the editors: drafts of notes, titles of clusters. Null: rules make them alone. */
  readonly machineDrafts: MachineDrafts | null;
  readonly metrics: { readonly metrics: Metrics; readonly token: string | null };
  /** Resolves when every call is recorded. */
  readonly idle: () => Promise<void>;
};

/** The language model that the settings name, and what is counted of it. Without any, nothing of it is even loaded. */
export function openModel(
  { languageModel: settings, metricsToken }: Pick<Config, 'languageModel' | 'metricsToken'>,
  {
    database,
    logger,
    now,
    ...sources
  }: { database: Database; logger: Logger; now: () => Date } & Omit<MetricsSources, 'database'>,
): ModelAndMetrics {
  const calls = createModelCallStore(database);
  const modelCosts = () => calls.costs(new Date(now().getTime() - month));
  const metrics = createMetrics({
    ...(settings === null ? {} : { modelCosts }),
    ...sources,
    database: () => readMeasures(database, () => new Date()),
    pool: () => database.pool(),
  });
  const shown = { metrics, token: metricsToken };
  if (settings === null)
    return { languageModel: null, machineDrafts: null, metrics: shown, idle: async () => undefined };
  const { endpoint, leash, modes, patience } = settings;
  void loadClients().catch(() => logger.warn({}, 'The model’s clients could not be loaded.'));
  const giveToCase: AppModel['giveToCase'] = ({ lately, ...of }) =>
    calls.giveToCase({ ...of, since: new Date(now().getTime() - lately) });
  const opened = openLanguageModel({ endpoint, leash, calls, meter: metrics, log: logger, now });
  const machineDrafts = createMachineDrafts({
    writer: createDraftWriter(opened.model),
    store: createMachineDraftStore(database),
    now,
    log: logger,
  });
  return {
    languageModel: { model: opened.model, modes, patience, giveToCase },
    machineDrafts,
    metrics: shown,
    async idle() {
      await machineDrafts.idle();
      await opened.idle();
    },
  };
}
