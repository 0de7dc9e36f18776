import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { PriorityLevel } from '#bot/desk/priority.ts';
import { SiteKind } from '#bot/desk/site.ts';

export {
  ContractorToTalkTo,
  ExpectedEffect,
  NoteToMend,
  NoteToWrite,
  RowToChange,
  SiteToVisit,
  WhatHelps,
} from './insights-help-contract.ts';

/** Below so many cases a share is shown as counts (`3 of 7`) and a time is not shown at all: `value` is null. */
export const smallSharesBelow = 20;
export const smallTimesBelow = 10;

/** `13-weeks` and `52-weeks` are whole weeks, the current one last; `2026-10` is a month. */
export const InsightsPeriod = z.union([
  z.enum(['13-weeks', '52-weeks']),
  z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/),
]);
export type InsightsPeriod = z.infer<typeof InsightsPeriod>;

export const CaseType = z.enum(['incident', 'service-request']);

/** What the figures are of. All may be left out. Who may see one site only gets that one, whatever they ask. */
export const InsightsFilter = z.object({
  period: InsightsPeriod.default('13-weeks'),
  site: z.string().max(100).optional(),
  area: z.string().max(100).optional(),
  kind: SiteKind.optional(),
  category: Category.optional(),
  priority: PriorityLevel.optional(),
  type: CaseType.optional(),
});
export type InsightsFilter = z.infer<typeof InsightsFilter>;

/** `load`: how much open work whoever took it had at that time; never who it was. */
export const BreakdownBy = z.enum([
  'site',
  'area',
  'kind',
  'category',
  'priority',
  'type',
  'load',
  'contractor',
]);
export type BreakdownBy = z.infer<typeof BreakdownBy>;

/** `share`: 0–1. `time`: seconds, the median, with `p90` beside it. `count`: how many. `money`: the desk's, a case. */
export const MeasureUnit = z.enum(['share', 'time', 'count', 'money']);

/**
 * One number. Share: `count` of `denominator`. Time: of `denominator` cases. Count: `count`. Money: `count` is the sum,
 * `denominator` the cases. `small`: too few; then `value` is null, and count and denominator are what is shown.
 */
export const Figure = z.object({
  value: z.number().nullable(),
  p90: z.number().nullable(),
  count: z.number(),
  denominator: z.number().int(),
  small: z.boolean(),
});
export type Figure = z.infer<typeof Figure>;

/** What a measure is, in the reader's language: shown beside each of its figures. */
export const MeasureText = z
  .object({
    id: z.string(),
    /** Figures that belong together stand together, in this order. */
    group: z.enum(['self-help', 'speed', 'promises', 'contractor', 'notes', 'cost']),
    /** Measures that differ only in `type` and `clock` have the same family. */
    family: z.string(),
    type: CaseType.nullable(),
    /** Times only: in the desk's service hours, or by the wall's clock. */
    clock: z.enum(['service', 'wall']).nullable(),
    name: z.string(),
    /** How it is worked out, and of what. */
    formula: z.string(),
    /** What is left out. */
    excluded: z.string(),
    unit: MeasureUnit,
    /** Which way is better; `none`: neither. */
    direction: z.enum(['up', 'down', 'none']),
  })
  .meta({ id: 'MeasureText' });
export type MeasureText = z.infer<typeof MeasureText>;

export const MeasureFigure = z
  .object({
    measure: MeasureText,
    figure: Figure,
    /** The same stretch of time before; null where nothing is known of it. */
    before: Figure.nullable(),
  })
  .meta({ id: 'MeasureFigure' });
export type MeasureFigure = z.infer<typeof MeasureFigure>;

/** Whose figures they are, in words and as asked. Days are local dates, both included. */
export const InsightsScope = z.object({
  period: InsightsPeriod,
  from: z.iso.date(),
  to: z.iso.date(),
  /** The site that the reader is bound to, or chose. */
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  area: z.string().nullable(),
  kind: SiteKind.nullable(),
  category: Category.nullable(),
  priority: PriorityLevel.nullable(),
  type: CaseType.nullable(),
  /** Cases and questions that are in it. */
  matters: z.number().int(),
  /** As of when the figures are; null: nothing was counted yet. */
  countedAt: z.iso.datetime().nullable(),
  /** Narrowed to fewer than five people: then there are no figures at all. */
  withheld: z.boolean(),
  /** The month is closed: its figures change with a trace only. */
  frozen: z.boolean(),
});
export type InsightsScope = z.infer<typeof InsightsScope>;

/** `GET /insights`. `sees`: what of the rest this reader may open. */
export const InsightsOverview = z
  .object({
    scope: InsightsScope,
    measures: z.array(MeasureFigure),
    sees: z.object({
      /** All sites; false: their own (`sites`). */
      allSites: z.boolean(),
      sites: z.array(z.object({ id: z.string(), name: z.string() })),
      help: z.boolean(),
      notes: z.boolean(),
      export: z.boolean(),
    }),
    /** What can be asked for: months with figures, the newest first, and values to filter by. */
    choices: z.object({
      months: z.array(z.string()),
      areas: z.array(z.string()),
      kinds: z.array(SiteKind),
    }),
  })
  .meta({ id: 'InsightsOverview' });
export type InsightsOverview = z.infer<typeof InsightsOverview>;

/** A place on a chart: one week, named by its Monday. */
export const WeekFigure = z.object({ week: z.iso.date(), figure: Figure });
export type WeekFigure = z.infer<typeof WeekFigure>;

/**
 * `GET /insights/measures/:id`: one measure week by week, for a chart and the table behind it. Every week since counting
 * began is there, also one in which nothing happened.
 */
export const MeasureSeries = z
  .object({
    scope: InsightsScope,
    measure: MeasureText,
    figure: Figure,
    weeks: z.array(WeekFigure),
    /** Fewer than five people: nothing is told week by week, and `weeks` is empty. */
    weeksWithheld: z.boolean(),
  })
  .meta({ id: 'MeasureSeries' });
export type MeasureSeries = z.infer<typeof MeasureSeries>;

export const BreakdownRow = z.object({
  /** To filter by. */
  value: z.string(),
  /** In the reader's words. */
  label: z.string(),
  figure: Figure,
});
export type BreakdownRow = z.infer<typeof BreakdownRow>;

/** `GET /insights/measures/:id/breakdown?by=`. Rows stand in the order of their names, loads and priorities in theirs: no ranking. */
export const MeasureBreakdown = z
  .object({
    scope: InsightsScope,
    measure: MeasureText,
    by: BreakdownBy,
    rows: z.array(BreakdownRow),
    /** What rests on fewer than five people, taken together; null: none does. */
    tooFew: z.object({ rows: z.number().int(), figure: Figure }).nullable(),
    /** Fewer than five people altogether: nothing is broken down, and `rows` is empty. */
    withheld: z.boolean(),
  })
  .meta({ id: 'MeasureBreakdown' });
export type MeasureBreakdown = z.infer<typeof MeasureBreakdown>;

/** A case, or a question that never became one (`number` null). Nobody is named. */
export const CountedCase = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    /** When it was reported. */
    at: z.iso.datetime(),
    siteId: z.string().nullable(),
    siteName: z.string().nullable(),
    /** In the reader's words. */
    category: z.string(),
    priority: PriorityLevel.nullable(),
    type: CaseType.nullable(),
    /** Null: it is only counted. `yes`: in the figure's count; `no`: in its denominator alone. */
    part: z.enum(['yes', 'no']).nullable(),
    /** Of a time: seconds. */
    value: z.number().nullable(),
  })
  .meta({ id: 'CountedCase' });
export type CountedCase = z.infer<typeof CountedCase>;

/** `GET /insights/measures/:id/cases?part=yes|no|all&cursor=`: what a figure rests on, newest first. */
export const CountedCases = z
  .object({
    scope: InsightsScope,
    measure: MeasureText,
    items: z.array(CountedCase),
    next: z.string().nullable(),
  })
  .meta({ id: 'CountedCases' });
export type CountedCases = z.infer<typeof CountedCases>;

/** One note by its answers and failures. */
export const NoteFigure = z.object({
  noteId: z.string(),
  title: z.string(),
  siteId: z.string().nullable(),
  /** Times it was shown, was said to have helped, not to have, and what nobody said anything of. */
  shown: z.number().int(),
  solved: z.number().int(),
  notSolved: z.number().int(),
  silent: z.number().int(),
  /** Cases that were opened after it was shown. */
  cases: z.number().int(),
});
export type NoteFigure = z.infer<typeof NoteFigure>;

/** `GET /insights/notes`, the most shown first. */
export const NoteFigures = z
  .object({ from: z.iso.date(), to: z.iso.date(), items: z.array(NoteFigure), next: z.string().nullable() })
  .meta({ id: 'NoteFigures' });
export type NoteFigures = z.infer<typeof NoteFigures>;

/** `GET /insights/notes/:folder/:name/cases?cursor=`: the cases that a note was shown before, newest first. */
export const NoteCases = z
  .object({
    noteId: z.string(),
    title: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    items: z.array(CountedCase),
    next: z.string().nullable(),
  })
  .meta({ id: 'NoteCases' });
export type NoteCases = z.infer<typeof NoteCases>;

/** A figure of a closed month that changed afterwards: the trace. */
export const FigureRevision = z.object({
  month: z.string(),
  at: z.iso.datetime(),
  measure: MeasureText,
  /** What it is of: `site`, `solrosen`. Null: of everything. */
  by: z.string().nullable(),
  value: z.string().nullable(),
  label: z.string(),
  old: Figure,
  new: Figure,
  /** In words: what happened. */
  why: z.string(),
  caseNumbers: z.array(z.string()),
});
export type FigureRevision = z.infer<typeof FigureRevision>;

/** `GET /insights/revisions?month=`, newest first. */
export const FigureRevisions = z
  .object({ items: z.array(FigureRevision), next: z.string().nullable() })
  .meta({ id: 'FigureRevisions' });
export type FigureRevisions = z.infer<typeof FigureRevisions>;
