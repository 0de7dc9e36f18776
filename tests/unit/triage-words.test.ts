import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { Grade } from '#bot/desk/priority.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { loadDesk } from '../support/talk.ts';
import { triageOn, withoutNotes } from '../support/triage-desk.ts';

const Sentences = z.array(z.string());

/**
 * What kind of matter it is, how bad, and whose, by the words alone: on a desk without notes. Each sentence stands for
 * a kind of saying (a field, a grammar), none for itself: a new miss of a kind is mended in the rule, and joins them.
 */
const { others, lookAlikes, kinds, noSecurity, weights, notWholeSite, hazards, noHazards } = z
  .object({
    others: Sentences,
    lookAlikes: Sentences,
    noSecurity: Sentences,
    kinds: z.partialRecord(Category, Sentences),
    weights: z.array(z.object({ text: z.string(), impact: Grade.optional(), urgency: Grade.optional() })),
    notWholeSite: Sentences,
    hazards: Sentences,
    noHazards: Sentences,
  })
  .parse(JSON.parse(readFileSync(new URL('../fixtures/triage-words.json', import.meta.url), 'utf8')));

let desk: LoadedDesk;
beforeAll(async () => {
  desk = withoutNotes(await loadDesk());
});

const triage = (text: string): Triage => triageOn(desk, text);

/** One test for a whole table: it names every sentence that is read wrong. */
function expectAll<T>(rows: readonly T[], wrong: (row: T) => string | null) {
  expect(rows.map(wrong).filter((miss) => miss !== null)).toEqual([]);
}

/** What other messages taught of their wording is right more often, and now and then not. */
function expectNearlyAll<T>(rows: readonly T[], wrong: (row: T) => string | null) {
  const misses = rows.map(wrong).filter((miss) => miss !== null);
  expect(misses, misses.join('\n')).toHaveProperty(
    'length',
    expect.toSatisfy((n: number) => n <= rows.length / 20),
  );
}

describe('whose matter it is, by its words', () => {
  it('leaves the house, the kitchen, pay, absence and the yard to those whose they are', () => {
    expectNearlyAll(others, (text) => (triage(text).decision === 'not-it' ? null : text));
  });

  it('keeps what is IT although it stands at a door, serves the kitchen or shows the pay', () => {
    expectAll(lookAlikes, (text) => (triage(text).decision === 'not-it' ? text : null));
  });
});

describe('what kind of matter it is, by its words', () => {
  it('tells the kinds apart', () => {
    const rows = Object.entries(kinds).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
    expectNearlyAll(rows, ({ kind, text }) => {
      const got = triage(text).category.id;
      return got === kind ? null : `${text}: ${got} for ${kind}`;
    });
  });

  it('takes a remote that is gone, a chair or an icon for no theft', () => {
    expectAll(noSecurity, (text) => (triage(text).category.id === 'security' ? text : null));
  });
});

describe('how bad it is, by its words', () => {
  it('weighs how many are hit and how long it can wait', () => {
    expectAll(weights, ({ text, ...expected }) => {
      const { impact, urgency } = triage(text).priority;
      const right = impact === (expected.impact ?? impact) && urgency === (expected.urgency ?? urgency);
      return right ? null : `${text}: ${impact}/${urgency}`;
    });
  });

  it('does not take one thing, one room or one person for the whole site', () => {
    expectAll(notWholeSite, (text) => (triage(text).priority.impact === 'high' ? text : null));
  });

  it('puts a hazard at high or above', () => {
    expectAll(hazards, (text) => {
      const { hazard, level } = triage(text).priority;
      return hazard && (level === 'high' || level === 'critical') ? null : text;
    });
  });

  it('takes a firewall, a warm computer and a figure of speech for no hazard', () => {
    expectAll(noHazards, (text) => (triage(text).priority.hazard ? text : null));
  });
});
