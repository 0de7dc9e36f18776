import type { Category } from '#bot/desk/category.ts';
import type { Grade } from '#bot/desk/priority.ts';
import type { Cues } from './find-cues.ts';
import type { Danger } from './find-hazard.ts';
import { findImpact } from './find-impact.ts';
import { findUrgency } from './find-urgency.ts';

export type Weight = {
  /** Before the lift for a critical site. */
  readonly impact: Grade;
  readonly urgency: Grade;
};

export type WeightQuestion = {
  readonly line: string;
  readonly category: Category | null;
  readonly cues: Cues;
  readonly danger: Danger;
  /** "How do I …", an order, a lost thing: nothing that others depend on is down. */
  readonly request: boolean;
  /** A note describes just this: then it is a known quirk rather than an outage, unless everybody is said to be hit. */
  readonly closeNote: boolean;
  readonly securityIncident: boolean;
};

/** How many are hit, and how long it can wait, by the words alone. */
export function findWeight(question: WeightQuestion): Weight {
  const impact = findImpact(question);
  return { impact, urgency: findUrgency(question, impact) };
}
