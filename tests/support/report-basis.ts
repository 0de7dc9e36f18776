import { retentionDays } from '#bot/desk/retention.ts';
import type { ReportBasis } from '#bot/privacy/report/report-basis.ts';

/** What the papers of privacy are written from, at a desk with all that they can speak of. */
export const reportBasis: ReportBasis = {
  deskName: 'Sjölunda',
  at: new Date('2026-11-23T08:00:00Z'),
  days: { ...retentionDays({}), files: 90 },
  sites: 14,
  people: 45,
  technicians: 3,
  contractors: [{ name: 'Stadens servicedesk', withheld: ['alarm_code'] }],
  hasModel: true,
  hasEmbeddings: true,
  hasDirectory: true,
};
