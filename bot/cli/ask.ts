import { resolve } from 'node:path';
import type { Desk } from '#bot/desk/desk.ts';
import { type Person, unlistedPerson } from '#bot/desk/person.ts';
import type { Site } from '#bot/desk/site.ts';
import { InvalidInput } from '#bot/errors.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { createNoteSearch, type ExplainingSearch } from '#knowledge/search/create-note-search.ts';
import { explainWithMeaning } from './ask-meaning.ts';
import { askWords } from './ask-words.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { openCommandMeaning } from './command-meaning.ts';
import { renderExplanation } from './render-explanation.ts';

type Options = {
  readonly explain?: boolean;
  readonly site?: string;
  readonly from?: string;
  readonly desk?: string;
  readonly json?: boolean;
};

type Asked = { readonly desk: Desk; readonly search: ExplainingSearch };

const notesShown = 10;

/** `vaktis ask TEXT`: which notes the search finds, best first; with `--explain` why. Changes nothing. */
export const registerAsk: RegisterCommand = (program, context, exitWith) => {
  program
    .command('ask')
    .argument('<text>', askWords.text)
    .description(askWords.ask)
    .option('--explain', askWords.explain)
    .option('--site <ID>', askWords.site)
    .option('--from <UPN>', askWords.from)
    .option('--desk <DIR>', askWords.desk)
    .option('--json', askWords.json)
    .action(async (text: string, options: Options) => {
      await ask(text, options, context);
      exitWith(0);
    });
};

async function ask(text: string, options: Options, context: CommandContext): Promise<void> {
  const asked = await openDesk(options.desk, context);
  const person = personOf(options.from, asked.desk);
  const site = siteOf(options.site, person, asked.desk);
  const audience = person?.roles.includes('technician') ? ('technician' as const) : ('staff' as const);
  const query = { text, site, audience, at: new Date(), limit: notesShown };
  const isStored = options.desk === undefined;
  const meaning = await openCommandMeaning(asked.search.all(), context, { isStored });
  const explanation = await explainWithMeaning(query, asked, meaning);
  const { notes } = explanation;
  const brief = { notes: notes.map(({ id, score }) => ({ id, score })) };
  if (options.json === true) {
    context.write(
      JSON.stringify(options.explain === true ? { site: site?.id ?? null, ...explanation } : brief),
    );
    return;
  }
  const titles = new Map(notes.map(({ id }) => [id, asked.search.get(id)?.title ?? '']));
  context.write(renderExplanation(explanation, titles, options.explain === true));
}

async function openDesk(folder: string | undefined, context: CommandContext): Promise<Asked> {
  if (folder !== undefined) {
    const { desk, notes } = await readDeskFolder(resolve(context.cwd, folder));
    const search = createNoteSearch(notes, { timezone: desk.settings.timezone });
    return { desk, search };
  }
  const { deskSource } = await context.storage();
  const made: ExplainingSearch[] = [];
  const source = deskSource((notes, desk) => {
    const search = createNoteSearch(notes, { timezone: desk.settings.timezone });
    made.push(search);
    return search;
  });
  const { desk } = await source.current();
  const search = made.at(-1);
  if (search === undefined) throw new InvalidInput(askWords.noNotes);
  return { desk, search };
}

/** Somebody whom the desk does not list is staff without a site. */
function personOf(upn: string | undefined, { people }: Desk): Person | null {
  if (upn === undefined) return null;
  const key = upn.trim().toLowerCase();
  return people.get(key) ?? unlistedPerson({ upn: key, aadObjectId: null, name: key });
}

/** The one that is named, else the person's only home. */
function siteOf(id: string | undefined, person: Person | null, { sites }: Desk): Site | null {
  const homes = person?.homeSiteIds ?? [];
  const wanted = id ?? (homes.length === 1 ? homes[0] : undefined);
  if (wanted === undefined) return null;
  const site = sites.get(wanted);
  if (site === undefined) throw new InvalidInput(`--site: the desk has no site ${wanted}`);
  return site;
}
