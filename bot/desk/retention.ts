/**
 * How long what is stored about people is kept, in days. Pictures and files have a setting of the server's instead
 * (VAKTIS_KEEP_FILES_DAYS).
 */
export const retentionNames = [
  'activities',
  'conversations',
  'deliveries',
  'cases',
  'model_words',
  'model_counts',
  'drafts',
  'questions',
  'outcomes',
  'departed',
  'rota',
  'history',
  'log',
] as const;
export type RetentionName = (typeof retentionNames)[number];

type Bounds = { readonly usual: number; readonly least: number; readonly most: number };

/**
 * What a Swedish public body could begin with, and between what it may choose. Its own decision on weeding
 * (gallringsbeslut) goes before. The log of who looked must outlive the quarrel that it settles.
 */
export const retentionBounds: Readonly<Record<RetentionName, Bounds>> = {
  activities: { usual: 30, least: 7, most: 365 },
  conversations: { usual: 90, least: 7, most: 730 },
  deliveries: { usual: 90, least: 30, most: 730 },
  cases: { usual: 730, least: 90, most: 3_650 },
  model_words: { usual: 30, least: 1, most: 365 },
  model_counts: { usual: 400, least: 62, most: 3_650 },
  drafts: { usual: 180, least: 30, most: 1_095 },
  questions: { usual: 365, least: 30, most: 1_825 },
  outcomes: { usual: 365, least: 30, most: 1_825 },
  departed: { usual: 90, least: 1, most: 730 },
  rota: { usual: 730, least: 90, most: 3_650 },
  history: { usual: 1_825, least: 365, most: 3_650 },
  log: { usual: 1_825, least: 365, most: 3_650 },
};

/** What the desk says; the rest is as usual. */
export type RetentionSettings = Readonly<Partial<Record<RetentionName, number>>>;

/** Days for everything. */
export function retentionDays(settings: RetentionSettings = {}): Readonly<Record<RetentionName, number>> {
  const usual = (name: RetentionName) => settings[name] ?? retentionBounds[name].usual;
  return {
    activities: usual('activities'),
    conversations: usual('conversations'),
    deliveries: usual('deliveries'),
    cases: usual('cases'),
    model_words: usual('model_words'),
    model_counts: usual('model_counts'),
    drafts: usual('drafts'),
    questions: usual('questions'),
    outcomes: usual('outcomes'),
    departed: usual('departed'),
    rota: usual('rota'),
    history: usual('history'),
    log: usual('log'),
  };
}
