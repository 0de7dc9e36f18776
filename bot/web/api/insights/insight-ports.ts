import type { CaseStore } from '#bot/handoff/stores.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';

/** What the figures' routes need beside the desk. */
export type InsightPorts = {
  readonly insights: InsightStore;
  readonly cases: Pick<CaseStore, 'get'>;
};
