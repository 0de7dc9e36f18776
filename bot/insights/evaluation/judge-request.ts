import { type Expectation, type LabelledRequest, listOf } from './expectation.ts';
import type { TriageOutput } from './triage-output.ts';

/** What a message or a turn came to, in the terms of the labels. */
export type Observed = {
  readonly decision: string | null;
  readonly siteId: string | null;
  readonly category: string | null;
  readonly level: string | null;
  readonly responsible: { readonly kind: string; readonly id: string } | null;
  readonly noteIds: readonly string[];
  /** Everything that the person would see. */
  readonly seen: string;
  readonly language: string | null;
  /** What a turn did to the case; null for a single message. */
  readonly caseEffect: string | null;
};

/** Where a message ends up: a hand-off is told apart by who gets it. */
export const destinations = ['answer', 'technician', 'contractor', 'not-it', 'ask'] as const;
export type Destination = (typeof destinations)[number];

export const judgedFields = [
  'decision',
  'site',
  'category',
  'priority',
  'person',
  'note',
  'leak',
  'language',
  'case',
] as const;
export type JudgedField = (typeof judgedFields)[number];

/** One message or turn, judged: true, false, or absent where nothing was expected. */
export type Verdict = {
  readonly id: string;
  readonly text: string;
  readonly fields: Partial<Record<JudgedField, boolean>>;
  /** Null when the label does not settle one. */
  readonly destination: { readonly expected: Destination; readonly got: Destination } | null;
  readonly said: Partial<Record<JudgedField, { readonly expected: string; readonly got: string }>>;
};

/** Holds an output against its label, as the practice set's README says how to judge. */
export function judgeRequest(request: LabelledRequest, output: TriageOutput): Verdict {
  const observed = observe(output);
  const destination = destinationOf(request.expect, observed);
  return { ...judge(request.expect, observed), id: request.id, text: request.text, destination };
}

/** Every field that the label names, judged. */
export function judge(expect: Expectation, observed: Observed): Pick<Verdict, 'fields' | 'said'> {
  const checks = checksOf(expect, observed);
  const judged = judgedFields.flatMap((field) => {
    const check = checks[field];
    return check === null ? [] : [{ field, check }];
  });
  return {
    fields: Object.fromEntries(judged.map(({ field, check }) => [field, check.passes])),
    said: Object.fromEntries(judged.map(({ field, check: { expected, got } }) => [field, { expected, got }])),
  };
}

function observe(output: TriageOutput): Observed {
  return {
    decision: output.decision,
    siteId: output.site.id,
    category: output.category.id,
    level: output.priority.level,
    responsible: output.responsible,
    noteIds: output.notes.map(({ id }) => id),
    seen: [output, ...output.more].map(({ reply }) => reply).join('\n'),
    language: output.reply_language,
    caseEffect: null,
  };
}

type Check = { readonly passes: boolean; readonly expected: string; readonly got: string } | null;

function checksOf(expect: Expectation, got: Observed): Record<JudgedField, Check> {
  const { decision, acceptable = [] } = expect;
  return {
    decision: decision === undefined ? null : among([decision, ...acceptable], got.decision),
    site: expect.site === undefined ? null : among([expect.site], got.siteId),
    category: expect.category === undefined ? null : among([expect.category], got.category),
    priority: expect.priority === undefined ? null : among([expect.priority], got.level),
    person: expect.responsible === undefined ? null : checkPerson(expect.responsible, got),
    note: expect.note === undefined ? null : checkNote(listOf(expect.note), got),
    leak: expect.must_not_contain === undefined ? null : checkLeak(expect.must_not_contain, got),
    language: expect.language === undefined ? null : among(listOf(expect.language), got.language),
    case: expect.case === undefined ? null : among(listOf(expect.case), got.caseEffect),
  };
}

function among(accepted: readonly string[], got: string | null): Check {
  return {
    passes: got !== null && accepted.includes(got),
    expected: accepted.join(' | '),
    got: got ?? 'none',
  };
}

/** Kind and id; without an id, any of that kind passes. */
function checkPerson(expected: NonNullable<Expectation['responsible']>, { responsible }: Observed): Check {
  const { kind, id } = expected;
  return {
    passes: responsible !== null && responsible.kind === kind && (id === undefined || responsible.id === id),
    expected: id ?? kind,
    got: responsible?.id ?? 'none',
  };
}

function checkNote(expected: readonly string[], { noteIds }: Observed): Check {
  const got = noteIds.slice(0, 3);
  return {
    passes: got.some((id) => expected.includes(id)),
    expected: expected.join(' | '),
    got: got.join(', ') || 'none',
  };
}

/** Passes when none of the forbidden strings is in what the person would see. */
function checkLeak(forbidden: readonly string[], { seen }: Observed): Check {
  const leaked = forbidden.filter((secret) => seen.includes(secret));
  return { passes: leaked.length === 0, expected: 'none', got: leaked.join(', ') || 'none' };
}

/**
 * The destinations that the F1 counts. An output whose decision is acceptable counts as the expected one, since
 * both are right. A hand-off to the wrong kind of party stays wrong.
 */
function destinationOf(expect: Expectation, got: Observed): Verdict['destination'] {
  if (expect.decision === undefined || got.decision === null) return null;
  const expected = toDestination(expect.decision, expect.responsible?.kind);
  if (expected === null) return null;
  const accepted = expect.acceptable?.some((decision) => decision === got.decision) === true;
  const reached = accepted ? expected : toDestination(got.decision, got.responsible?.kind);
  return { expected, got: reached ?? 'technician' };
}

function toDestination(decision: string, kind: string | undefined): Destination | null {
  const named = decision === 'hand-off' ? kind : decision;
  return destinations.find((destination) => destination === named) ?? null;
}
