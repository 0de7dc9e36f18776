import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ModelCall } from '#adapters/language-model/model-call.ts';
import { loadClients, openLanguageModel } from '#adapters/language-model/open-language-model.ts';
import { recordOfPrompts } from '#adapters/language-model/prompts/record.ts';
import { readConfig } from '#bot/config.ts';
import type { Person } from '#bot/desk/person.ts';
import { InvalidInput } from '#bot/errors.ts';
import type { LabelledConversation, LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import type { Verdict } from '#bot/insights/evaluation/judge-request.ts';
import { measureAnswers } from '#bot/insights/evaluation/model-measures.ts';
import { summarise } from '#bot/insights/evaluation/summarise.ts';
import { createReader, type Reader } from '#bot/model/understand-messages.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage, type TriageMessage } from '#bot/triage/triage.ts';
import type { CommandContext } from '../command-context.ts';
import { countCalls, renderModelTable } from './model-table.ts';
import { wordAnswer } from './word-answer.ts';

export type Spoken = {
  readonly triage: TriageMessage;
  readonly prepare: (text: string, person: Person, loaded: LoadedDesk) => Promise<void>;
};

export type EvalModelInput = {
  readonly requests: readonly LabelledRequest[];
  readonly conversations: readonly LabelledConversation[];
  readonly loaded: LoadedDesk;
  readonly play: (conversations: readonly LabelledConversation[], spoken: Spoken) => Promise<Verdict[]>;
  /** What the rules made of the same. */
  readonly rules: { readonly requests: readonly Verdict[]; readonly turns: readonly Verdict[] };
  readonly json: boolean;
  /** A file for the prompts' record; undefined: none is written. */
  readonly record: string | undefined;
};

/** Requests at once: an endpoint of one's own rarely takes more. */
const atOnce = 4;
/** An evaluation waits longer than a person does. */
const patience = 30_000;

/**
 * Runs requests and conversations with the model that is set, beside what the rules alone made of them. The last line
 * is JSON.
 * @throws InvalidInput when no model is set.
 */
export async function evalModel(input: EvalModelInput, context: CommandContext): Promise<void> {
  const settings = readConfig().languageModel;
  if (settings === null) throw new InvalidInput('No model is set: VAKTIS_MODEL_URL and VAKTIS_MODEL.');
  const calls: ModelCall[] = [];
  const none = { personToday: 0, deskToday: 0, deskThisMonth: 0 };
  const { model, idle } = openLanguageModel({
    endpoint: settings.endpoint,
    leash: { ...settings.leash, budgets: { personPerDay: null, deskPerDay: null, deskPerMonth: null } },
    calls: { add: async (call) => void calls.push(call), spent: async () => none },
    meter: null,
    log: { info: () => undefined, warn: (_data, sentence) => context.tell(sentence) },
    now: () => new Date(),
  });
  await loadClients();
  const modes = { usual: 'on', byCategory: {} } as const;
  const reader = createReader({ model, modes, patience, log: { info: () => undefined } });
  const answers = await inTurns(input.requests, (request) =>
    wordAnswer(request, { model, reader, loaded: input.loaded }),
  );
  const requests = answers.map(({ verdict }) => verdict);
  const turns = await input.play(input.conversations, spokenBy(reader));
  await idle();
  const measures = measureAnswers(answers.flatMap(({ answer }) => answer ?? []));
  const counted = countCalls(calls, input.requests.length);
  const summary = {
    model: settings.endpoint.model,
    rules: { requests: summarise(input.rules.requests), turns: summarise(input.rules.turns).fields },
    withModel: { requests: summarise(requests), turns: summarise(turns).fields },
    answers: measures,
    calls: counted,
  };
  if (!input.json) context.write(`${renderModelTable(summary)}\n`);
  if (input.record !== undefined) {
    const file = resolve(context.cwd, input.record);
    await writeFile(file, `${JSON.stringify(recordOfPrompts({ ...summary, at: new Date() }), null, 2)}\n`);
  }
  context.write(JSON.stringify(summary));
}

function spokenBy(reader: Reader): Spoken {
  return {
    triage: reader.around(createTriage({ chooseResponsible })),
    prepare: (text, person, { desk }) => reader.prepare(text, { upn: person.upn, desk }),
  };
}

/** In order, some at once. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return results;
}
