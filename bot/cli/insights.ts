import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createCaseStore } from '#adapters/storage/case-store.ts';
import { createInsightStore } from '#adapters/storage/insights/insight-store.ts';
import { createWorkStore } from '#adapters/storage/work-store.ts';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import { exportFigures, figuresCsv } from '#bot/insights/export-figures.ts';
import { findHelp } from '#bot/insights/helps/find-help.ts';
import { breakdowns } from '#bot/insights/insight-store.ts';
import { measures } from '#bot/insights/measures/measures.ts';
import { readSums, stretchOf } from '#bot/insights/read-figures.ts';
import { type RefreshPorts, rebuildInsights, refreshInsights } from '#bot/insights/refresh-insights.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { insightsWords as words } from './insights-words.ts';

/** `vaktis insights rebuild | refresh | export`. */
export const registerInsights: RegisterCommand = (program, context, exitWith) => {
  const insights = program.command('insights').description(words.insights);
  insights
    .command('rebuild')
    .description(words.rebuild)
    .action(async () => exitWith(await count(context, rebuildInsights)));
  insights
    .command('refresh')
    .description(words.refresh)
    .action(async () => exitWith(await count(context, refreshAll)));
  insights
    .command('export')
    .description(words.export)
    .option('--period <PERIOD>', words.period, '13-weeks')
    .option('--site <ID>', words.site)
    .option('--format <FORMAT>', words.format, 'csv')
    .option('--language <LANGUAGE>', words.language, 'sv')
    .option('--out <FILE>', words.out)
    .action(async (options: ExportOptions) => exitWith(await writeFigures(options, context)));
};

type ExportOptions = {
  readonly period: string;
  readonly format: string;
  readonly language: string;
  readonly site?: string;
  readonly out?: string;
};

async function open(context: CommandContext) {
  const { database, deskSource } = await context.storage();
  const loaded = await deskSource((notes, { settings }) =>
    createNoteSearch(notes, { timezone: settings.timezone }),
  ).current();
  return { database, loaded, insights: createInsightStore(database) };
}

async function count(
  context: CommandContext,
  how: (ports: RefreshPorts) => ReturnType<typeof refreshInsights>,
): Promise<number> {
  const { database, loaded, insights } = await open(context);
  const at = new Date();
  const started = performance.now();
  const { facts, cells, revisions } = await how({
    insights,
    at,
    desk: loaded.desk,
    noteOf: (id) => loaded.notes.get(id),
  });
  const help = await findHelp({
    ...{ insights, loaded, at, chooseResponsible },
    work: createWorkStore(database),
    cases: createCaseStore(database),
    understanding: { triage: createTriage({ chooseResponsible }) },
  });
  await insights.setHelp(at, help);
  context.write(words.rebuilt(facts, cells, revisions, Math.round((performance.now() - started) / 1000)));
  return 0;
}

async function refreshAll(ports: RefreshPorts): ReturnType<typeof refreshInsights> {
  let all = await refreshInsights(ports);
  while (all.more) {
    const { facts, cells, revisions, more } = await refreshInsights(ports);
    all = { facts: all.facts + facts, cells: all.cells + cells, revisions: all.revisions + revisions, more };
  }
  return all;
}

async function writeFigures(options: ExportOptions, context: CommandContext): Promise<number> {
  const { period, format, out } = options;
  const language = options.language === 'en' ? 'en' : 'sv';
  if (!/^(?:13-weeks|52-weeks|20\d\d-(?:0[1-9]|1[0-2]))$/.test(period))
    throw new InvalidInput(words.wrong('--period', period));
  if (format !== 'csv' && format !== 'json') throw new InvalidInput(words.wrong('--format', format));
  const { loaded, insights } = await open(context);
  const { site, at } = { site: siteOf(options, loaded), at: new Date() };
  const { from, to, weeks, month } = stretchOf(period, at, loaded.desk.settings.timezone);
  const selection = { weeks, month, site };
  const total = await readSums(insights, selection, { at });
  const ways = breakdowns.filter((by) => by !== 'all' && !(by === 'site' && site !== undefined));
  const rows = await exportFigures(insights, { selection, from, to, measures, total, ways, language, at });
  const text =
    format === 'csv' ? figuresCsv(rows) : JSON.stringify({ period, from, to, figures: rows }, null, 2);
  if (out === undefined) context.write(text.trimEnd());
  else {
    await writeFile(resolve(context.cwd, out), `${text.trimEnd()}\n`);
    context.write(words.written(rows.length, out));
  }
  return 0;
}

function siteOf({ site }: ExportOptions, { desk }: LoadedDesk): string | undefined {
  if (site !== undefined && !desk.sites.has(site)) throw new NotFound(words.noSite(site));
  return site;
}
