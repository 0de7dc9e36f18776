import { z } from 'zod';

export const grades = ['low', 'medium', 'high'] as const;
export const Grade = z.enum(grades);
export type Grade = z.infer<typeof Grade>;

export const priorityLevels = ['critical', 'high', 'moderate', 'low'] as const;
export const PriorityLevel = z.enum(priorityLevels);
export type PriorityLevel = z.infer<typeof PriorityLevel>;

export type Priority = {
  /** After the lift for a critical site. */
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly level: PriorityLevel;
  /** Smoke, a burnt smell, sparks, water in equipment, a shock: at least high, and the safety line comes first. */
  readonly hazard: boolean;
};

/** ITIL's matrix, as the exchange format has it. */
const matrix: Record<Grade, Record<Grade, PriorityLevel>> = {
  high: { high: 'critical', medium: 'high', low: 'moderate' },
  medium: { high: 'high', medium: 'moderate', low: 'low' },
  low: { high: 'moderate', medium: 'low', low: 'low' },
};

/** Impact (before the lift) × urgency → priority. */
export function prioritise(findings: {
  impact: Grade;
  urgency: Grade;
  hazard: boolean;
  criticalSite: boolean;
}): Priority {
  const impact = findings.criticalSite ? lift(findings.impact) : findings.impact;
  const level = matrix[impact][findings.urgency];
  const belowHigh = level === 'moderate' || level === 'low';
  return {
    impact,
    urgency: findings.urgency,
    level: findings.hazard && belowHigh ? 'high' : level,
    hazard: findings.hazard,
  };
}

function lift(impact: Grade): Grade {
  return impact === 'low' ? 'medium' : 'high';
}
