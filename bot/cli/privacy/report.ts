import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '#bot/config.ts';
import { renderAiDisclosure } from '#bot/privacy/report/ai-disclosure.ts';
import { renderImpactAssessment } from '#bot/privacy/report/impact-assessment.ts';
import { renderRecord } from '#bot/privacy/report/record-of-processing.ts';
import type { ReportBasis } from '#bot/privacy/report/report-basis.ts';
import { renderSecrecyAdvice } from '#bot/privacy/report/secrecy-advice.ts';
import type { CommandContext, RegisterCommand } from '../command-context.ts';
import { privacyWords as words } from '../privacy-words.ts';
import { readDeskBasis } from './desk-basis.ts';

export const registerReport: RegisterCommand = (privacy, context, exitWith) => {
  privacy
    .command('report')
    .argument('[DIR]', words.reportDir)
    .description(words.report)
    .action(async (dir: string | undefined) => {
      await report(dir, context);
      exitWith(0);
    });
};

/** Without a folder all of it goes to the terminal. */
async function report(dir: string | undefined, context: CommandContext): Promise<void> {
  const { desk, deskName, days, at } = await readDeskBasis(await context.storage());
  const { languageModel, embeddings, people } = readConfig();
  const basis: ReportBasis = {
    ...{ deskName, days, at, sites: desk.sites.size, people: desk.people.size },
    technicians: desk.technicians.size,
    contractors: desk.settings.contractors.map(({ name, withhold }) => ({ name, withheld: withhold })),
    hasModel: languageModel !== null,
    hasEmbeddings: embeddings !== null,
    hasDirectory: people !== null,
  };
  const papers = {
    'registerforteckning.md': renderRecord(basis),
    'konsekvensbedomning.md': renderImpactAssessment(basis),
    'ai-forordningen.md': renderAiDisclosure(basis),
    'sekretess-for-redaktorer.md': renderSecrecyAdvice(),
  };
  const folder = dir === undefined ? null : resolve(context.cwd, dir);
  if (folder !== null) await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(papers)) {
    if (folder === null) context.write(text);
    else await writeFile(join(folder, name), text);
  }
  if (folder !== null) context.write(words.reported(Object.keys(papers).length, folder));
}
