import { resolve } from 'node:path';
import { GraphFailed } from '#adapters/people/errors.ts';
import { readCsvPeople } from '#adapters/people/read-csv-people.ts';
import { type ReadPeople, readGraphPeople } from '#adapters/people/read-graph-people.ts';
import { InvalidInput, OutsideSystemFailed } from '#bot/errors.ts';
import { entraRefusal } from '#bot/i18n/entra.ts';
import { peopleWords } from '#bot/i18n/people.ts';
import type { SyncWorld } from './sync.ts';
import type { SyncChoices } from './sync-options.ts';

/** @throws InvalidInput, OutsideSystemFailed: in the words of whoever asked. */
export async function readSource(
  { source, language }: SyncChoices,
  { context, readSettings, network }: SyncWorld,
): Promise<ReadPeople> {
  if (source.kind === 'csv') return readCsvPeople(resolve(context.cwd, source.file));
  const words = peopleWords(language);
  const { people } = readSettings();
  if (people === null) throw new InvalidInput(words.noGraph);
  let told = 0;
  try {
    return await readGraphPeople({ ...people, ...network }, (count) => {
      if (count - told < 5_000) return;
      told = count;
      context.tell(words.reading(count));
    });
  } catch (error) {
    if (!(error instanceof GraphFailed)) throw error;
    throw new OutsideSystemFailed(sentenceOf(error, language, network.graphUrl), {
      retryable: error.retryable,
      cause: error,
    });
  }
}

function sentenceOf({ fault }: GraphFailed, language: SyncChoices['language'], graphUrl: string): string {
  const words = peopleWords(language);
  switch (fault.kind) {
    case 'no-token': {
      const { said, todo } = entraRefusal(fault.code, language, {
        appId: 'VAKTIS_GRAPH_CLIENT_ID / MicrosoftAppId',
        secret: 'VAKTIS_GRAPH_CLIENT_SECRET / MicrosoftAppPassword',
        tenant: 'MicrosoftAppTenantId',
      });
      return words.noToken(said, todo);
    }
    case 'no-permission':
      return words.noPermission;
    case 'busy':
      return words.busy;
    case 'unreachable':
      return words.unreachable(new URL(graphUrl).host, fault.why);
    case 'strange-answer':
      return words.strange(fault.status);
  }
}
