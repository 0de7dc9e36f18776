import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { en } from './insights-en.ts';
import { sv } from './insights-sv.ts';

const measureFamilies = [
  'self-resolved',
  'self-resolved-confirmed',
  'self-resolved-silent',
  'coverage',
  'follow-up',
  'answer',
  'acknowledgement',
  'arrival',
  'resolution',
  'promises-kept',
  'reassigned',
  'needless-visits',
  'contractor-kept',
  'contractor-wait',
  'contractor-over',
  'bounced',
  'bounced-for',
  'no-note',
  'notes-helped',
  'model-cost',
] as const;
export type MeasureFamily = (typeof measureFamilies)[number];

/** Why contractors send cases back, as handoff/case-record.ts has it. */
export const bounceReasonsInOrder = [
  'not-in-agreement',
  'wrong-queue',
  'needs-on-site',
  'duplicate',
  'other',
] as const;

export type MeasureText = {
  readonly name: string;
  /** How it is worked out. */
  readonly formula: string;
  /** What is left out. */
  readonly excluded: string;
};

/** The formulas in words. They say what bot/insights/measures/measures.ts does. */
export type MeasureWords = {
  readonly measure: Readonly<Record<MeasureFamily, MeasureText>>;
  readonly variant: Readonly<Record<(typeof bounceReasonsInOrder)[number], string>>;
  readonly type: Readonly<Record<'incident' | 'service-request', string>>;
  readonly clock: Readonly<Record<'service' | 'wall', string>>;
  readonly small: string;
  readonly everything: string;
  readonly ownTechnicians: string;
  readonly open: (load: string) => string;
  readonly why: {
    readonly cases: (count: number) => string;
    readonly formulas: string;
    readonly rebuilt: string;
  };
  readonly effect: {
    readonly note: (answered: number, asked: number) => string;
    readonly mend: (other: number, failed: number) => string;
    readonly visit: (spared: number, cases: number) => string;
    readonly row: (moved: number, cases: number, hours: number) => string;
  };
  readonly because: {
    readonly visit: (cases: number, before: number, thing: string) => string;
    readonly row: (bounced: number, tickets: number) => string;
    readonly contractor: (late: number, of: number, hours: number) => string;
  };
  readonly card: {
    readonly weekly: string;
    readonly weeklyIntro: string;
    readonly nothing: string;
    readonly writeNote: (title: string) => string;
    readonly mendNote: (title: string, failed: number, of: number) => string;
    readonly visit: (site: string, thing: string, cases: number) => string;
    readonly row: (category: string, contractor: string) => string;
    readonly contractor: (name: string) => string;
    readonly site: (name: string, month: string) => string;
    readonly siteReported: (count: number, before: number | null) => string;
    readonly siteSelf: (count: number, of: number) => string;
    readonly siteOpen: (count: number) => string;
    readonly siteTime: (median: string) => string;
    readonly siteMost: (category: string, count: number) => string;
    readonly siteFew: string;
    readonly more: string;
    readonly hours: (hours: number) => string;
  };
};

const words: Readonly<Record<ReplyLanguage, MeasureWords>> = { sv, en };

export function insightWords(language: ReplyLanguage): MeasureWords {
  return words[language];
}
