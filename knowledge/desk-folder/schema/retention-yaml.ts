import { z } from 'zod';
import { type RetentionName, retentionBounds } from '#bot/desk/retention.ts';

function days(name: RetentionName) {
  const { least, most, usual } = retentionBounds[name];
  const error = `whole days from ${least} to ${most} (usually ${usual})`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error }).exactOptional();
}

/** Days that things are kept; what is not named is kept as usual. */
export const RetentionYaml = z.strictObject({
  activities: days('activities'),
  conversations: days('conversations'),
  deliveries: days('deliveries'),
  cases: days('cases'),
  model_words: days('model_words'),
  model_counts: days('model_counts'),
  drafts: days('drafts'),
  questions: days('questions'),
  outcomes: days('outcomes'),
  departed: days('departed'),
  rota: days('rota'),
  history: days('history'),
  log: days('log'),
});
