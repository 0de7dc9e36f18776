import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { openStorage } from '#adapters/storage/open-storage.ts';
import { InvalidInput } from '#bot/errors.ts';
import { LabelledConversation, LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import { judgeRequest, type Verdict } from '#bot/insights/evaluation/judge-request.ts';
import { playConversations } from '#bot/insights/evaluation/play-conversations.ts';
import { renderMisses, renderTable } from '#bot/insights/evaluation/report.ts';
import { summarise } from '#bot/insights/evaluation/summarise.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { understandingOf } from '#bot/with-model.ts';
import type { Understanding } from './chat/rehearsal.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { byMeaning, openCommandMeaning } from './command-meaning.ts';
import type { Spoken } from './eval-model/eval-model.ts';
import { evalRetrieval } from './eval-retrieval/eval-retrieval.ts';
import { createEvalSpine } from './eval-spine.ts';
import { loadFolder } from './load-desk.ts';
import { readJsonLines } from './read-json-lines.ts';
import { triageLine } from './triage-request.ts';
import { triageWords } from './triage-words.ts';

type Options = {
  readonly district?: string;
  readonly retrieval?: string;
  readonly aliases?: boolean;
  readonly json?: boolean;
  readonly misses?: boolean;
  readonly model?: boolean;
  readonly record?: string;
};

export const registerEval: RegisterCommand = (program, context, exitWith) => {
  program
    .command('eval')
    .description(triageWords.evaluate)
    .option('--district <DIR>', triageWords.district)
    .option('--retrieval <DIR>', triageWords.retrieval)
    .option('--aliases', triageWords.aliases)
    .option('--json', triageWords.onlyJson)
    .option('--misses', triageWords.misses)
    .option('--model', triageWords.model)
    .option('--record <FILE>', triageWords.record)
    .action(async (options: Options) => {
      await evaluate(options, context);
      exitWith(0);
    });
};

async function evaluate(options: Options, context: CommandContext): Promise<void> {
  const { district, retrieval, aliases = false } = options;
  if (retrieval !== undefined) return evalRetrieval({ dir: retrieval, aliases }, context);
  if (district === undefined)
    throw new InvalidInput('What is to be measured? --district DIR or --retrieval DIR.');
  return evalDistrict(district, options, context);
}

/** The last line is the JSON, whatever else is printed. */
async function evalDistrict(district: string, options: Options, context: CommandContext): Promise<void> {
  const folder = resolve(context.cwd, district);
  const loaded = await loadFolder(join(folder, 'desk'));
  const requests = await readLines(join(folder, 'requests.jsonl'), LabelledRequest);
  const conversations = await readLines(join(folder, 'conversations.jsonl'), LabelledConversation);
  const meaning = await openCommandMeaning(loaded.notes.all(), context, { isStored: false });
  const understanding = understandingOf(createTriage({ chooseResponsible }), meaning, null);
  const triaged = await triageRequests(requests, loaded, meaning);
  const played = conversations.length === 0 ? [] : await play(conversations, loaded, understanding);
  if (options.model === true) {
    // Only when it is asked for: its clients are large.
    const { evalModel } = await import('./eval-model/eval-model.ts');
    const rules = { requests: triaged, turns: played };
    const again = (all: readonly LabelledConversation[], spoken: Spoken) => play(all, loaded, spoken);
    const { json = false, record } = options;
    return evalModel({ requests, conversations, loaded, play: again, rules, json, record }, context);
  }
  // Turns have no destination of their own, so only their fields are counted.
  const { messages, fields } = summarise(played);
  const summary = { requests: summarise(triaged), conversations: { messages, fields } };
  if (options.misses === true && options.json !== true) {
    context.write(renderMisses([...triaged, ...played]));
    context.write('');
  }
  if (options.json !== true) context.write(`${renderTable(summary.requests, summary.conversations)}\n`);
  const misses = options.misses === true ? { misses: missesOf([...triaged, ...played]) } : {};
  context.write(JSON.stringify({ ...summary, ...misses }));
}

async function triageRequests(
  requests: readonly LabelledRequest[],
  loaded: LoadedDesk,
  meaning: Meaning | null,
): Promise<Verdict[]> {
  const triage = byMeaning(createTriage({ chooseResponsible }), meaning);
  const desk = { loaded, triage, openCases: new Map<string, number>(), now: () => new Date() };
  const verdicts: Verdict[] = [];
  for (const request of requests) {
    await meaning?.prepare(request.text);
    verdicts.push(judgeRequest(request, triageLine(request, desk)));
  }
  return verdicts;
}

async function play(
  conversations: readonly LabelledConversation[],
  loaded: LoadedDesk,
  { triage, prepare }: Understanding,
): Promise<Verdict[]> {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const opened = await openStorage({ kind: 'memory' }, quiet);
  try {
    const { storage, database } = opened;
    const spine = createEvalSpine({
      storage,
      database,
      loaded,
      triage,
      newId: randomUUID,
      ...(prepare === undefined ? {} : { prepare }),
    });
    return await playConversations(conversations, spine);
  } finally {
    await opened.close();
  }
}

function missesOf(verdicts: readonly Verdict[]) {
  return verdicts
    .filter(({ fields }) => Object.values(fields).includes(false))
    .map(({ id, text, fields, said }) => ({
      id,
      text,
      wrong: Object.fromEntries(Object.entries(said).filter(([field]) => isWrong(fields, field))),
    }));
}

function isWrong(fields: Readonly<Record<string, boolean | undefined>>, field: string): boolean {
  return fields[field] === false;
}

/** A file that is missing holds no lines: a district may have only requests. */
async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>[]> {
  return existsSync(file) ? readJsonLines(file, schema) : [];
}
