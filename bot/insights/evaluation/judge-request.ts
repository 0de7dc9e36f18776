import { type Expectation, type LabelledRequest, listOf } from './expectation.ts';
import type { TriageOutput } from './triage-output.ts';

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
] as const;
export type JudgedField = (typeof judgedFields)[number];

/** One message, judged: true, false, or absent where nothing was expected. */
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
  const checks = checksOf(request.expect, output);
  const fields: Partial<Record<JudgedField, boolean>> = {};
  const said: Verdict['said'] = {};
  for (const [field, check] of Object.entries(checks)) {
    if (check === null || !isJudgedField(field)) continue;
    fields[field] = check.passes;
    said[field] = { expected: check.expected, got: check.got };
  }
  return {
    id: request.id,
    text: request.text,
    fields,
    said,
    destination: destinationOf(request.expect, output),
  };
}

function isJudgedField(field: string): field is JudgedField {
  return judgedFields.some((known) => known === field);
}

type Check = { readonly passes: boolean; readonly expected: string; readonly got: string } | null;

function checksOf(expect: Expectation, output: TriageOutput): Record<JudgedField, Check> {
  const accepted = [
    ...(expect.decision === undefined ? [] : [expect.decision]),
    ...(expect.acceptable ?? []),
  ];
  return {
    decision: expect.decision === undefined ? null : among(accepted, output.decision),
    site: expect.site === undefined ? null : among([expect.site], output.site.id),
    category: expect.category === undefined ? null : among([expect.category], output.category.id),
    priority: expect.priority === undefined ? null : among([expect.priority], output.priority.level),
    person: expect.responsible === undefined ? null : checkPerson(expect.responsible, output),
    note: expect.note === undefined ? null : checkNote(listOf(expect.note), output),
    leak: expect.must_not_contain === undefined ? null : checkLeak(expect.must_not_contain, output),
    language: expect.language === undefined ? null : among(listOf(expect.language), output.reply_language),
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
function checkPerson(
  expected: NonNullable<Expectation['responsible']>,
  { responsible }: TriageOutput,
): Check {
  const { kind, id } = expected;
  return {
    passes: responsible !== null && responsible.kind === kind && (id === undefined || responsible.id === id),
    expected: id ?? kind,
    got: responsible?.id ?? 'none',
  };
}

function checkNote(expected: readonly string[], { notes }: TriageOutput): Check {
  const got = notes.slice(0, 3).map(({ id }) => id);
  return {
    passes: got.some((id) => expected.includes(id)),
    expected: expected.join(' | '),
    got: got.join(', '),
  };
}

/** Passes when none of the forbidden strings is in what the person would see, further matters included. */
function checkLeak(forbidden: readonly string[], output: TriageOutput): Check {
  const seen = [output, ...output.more].map(({ reply }) => reply).join('\n');
  const leaked = forbidden.filter((secret) => seen.includes(secret));
  return { passes: leaked.length === 0, expected: 'none', got: leaked.join(', ') || 'none' };
}

/**
 * The destinations that the F1 counts. An output whose decision is acceptable counts as the expected one: the
 * label's own destination, since both are right. A hand-off to the wrong kind of party stays wrong.
 */
function destinationOf(expect: Expectation, output: TriageOutput): Verdict['destination'] {
  if (expect.decision === undefined) return null;
  const expected = toDestination(expect.decision, expect.responsible?.kind);
  if (expected === null) return null;
  const accepted = expect.acceptable?.includes(output.decision) === true;
  const got = accepted ? expected : toDestination(output.decision, output.responsible?.kind);
  return { expected, got: got ?? 'technician' };
}

function toDestination(
  decision: 'answer' | 'ask' | 'hand-off' | 'not-it',
  kind: 'technician' | 'contractor' | undefined,
): Destination | null {
  return decision === 'hand-off' ? (kind ?? null) : decision;
}
