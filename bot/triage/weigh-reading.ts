import { type PriorityLevel, priorityLevels } from '#bot/desk/priority.ts';
import type { Reason, Triage } from './triage-result.ts';
import type { Difference, Understanding } from './understanding.ts';

/** What remains of the rules' confidence for each thing in which a model reads the message otherwise. */
const doubt = 0.8;

/**
 * The rules' triage with a model's reading beside it. Decision, site, category, priority and responsible stay the
 * rules': a reading that differs only makes them less sure, and is said to whoever takes the case.
 */
export function weighReading(triage: Triage, understanding: Understanding): Triage {
  const differs = findDifferences(triage, understanding);
  const { confidence } = triage.category;
  return {
    ...triage,
    category: { ...triage.category, confidence: confidence * doubt ** differs.length },
    reading: { understanding, differs, rulesConfidence: confidence },
    reasons: [...triage.reasons, ...differs.map((difference) => reasonOf(difference, understanding))],
  };
}

function findDifferences(triage: Triage, read: Understanding): Difference[] {
  const { category, language, priority, more, wantsPerson } = triage;
  const checks: Readonly<Record<Difference, boolean>> = {
    category: category.id !== null && read.category !== null && category.id !== read.category,
    language: language !== null && language !== read.language,
    several: read.problems.length > 1 !== more.length > 0,
    urgency: read.urgency !== null && isMoreUrgent(read.urgency, priority.level),
    'wants-person': read.wantsPerson && !wantsPerson,
  };
  const all: readonly Difference[] = ['category', 'language', 'several', 'urgency', 'wants-person'];
  return all.filter((name) => checks[name]);
}

/** One step more or less is a matter of taste. */
function isMoreUrgent(read: PriorityLevel, decided: PriorityLevel): boolean {
  return priorityLevels.indexOf(decided) - priorityLevels.indexOf(read) > 1;
}

function reasonOf(difference: Difference, { category, urgency }: Understanding): Reason {
  const values: Readonly<Record<Difference, Record<string, string>>> = {
    category: { conditions: category ?? '' },
    urgency: { level: urgency ?? '' },
    language: {},
    several: {},
    'wants-person': {},
  };
  return { key: `model.${difference}`, values: values[difference] };
}
