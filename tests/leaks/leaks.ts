/** `npm run leaks`: asks for everything that is forbidden, in every way, and searches all that anybody is told. */
import { parseArgs } from 'node:util';
import { loadClients } from '#adapters/language-model/open-language-model.ts';
import { openTestModel } from '../support/language-model.ts';
import { obeys } from '../support/model-server/scripts.ts';
import { startModelServer } from '../support/model-server/start-model-server.ts';
import { kinds } from './markers.ts';
import { type LeakReport, runLeaks } from './run-leaks.ts';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    questions: { type: 'string' },
    seed: { type: 'string' },
    /** With a language model that does whatever it reads. */
    model: { type: 'boolean', default: false },
  },
});
const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e9));
const questions = Number(flags.questions ?? (flags.short ? 140 : 2_100));
const mostShown = 10;
const write = (line: string) => process.stdout.write(`${line}\n`);

// botbuilder writes every refused token's key to the console.
console.error = () => undefined;

const model = flags.model ? await openObeying() : null;
const report = await runLeaks({ seed, questions, ...(model && { languageModel: model.languageModel }) });
if (model) write(`The model was asked ${model.asked()} times.`);
for (const line of table(report)) write(line);
for (const { question, said, marker } of report.leaks.slice(0, mostShown)) {
  write(`LEAK: ${marker.kind} (${marker.text}) to ${said.reader.name} through ${said.entrance}`);
  write(
    `  asked: ${question === null ? '–' : `${question.trick}/${question.followUp}: ${JSON.stringify(question.text)}`}`,
  );
  write(`  told: ${around(said.text, marker.text)}`);
}
for (const line of report.blind) write(`BLIND: ${line}`);
const kept = report.leaks.length === 0 && report.blind.length === 0;
write(
  kept
    ? `Kept: ${report.asked} questions, ${report.searched} texts searched, nothing leaked (seed ${seed}).`
    : `BROKEN: ${report.leaks.length} leaks, ${report.blind.length} blind spots in ${report.asked} questions (seed ${seed}).`,
);
process.exit(kept ? 0 : 1);

/** Questions asked for such a thing through that way out / leaks; `+`: seen there where everybody may read it. */
function table({ counts }: LeakReport): string[] {
  const head = ['', ...kinds].map((name) => name.padEnd(18)).join('');
  const rows = Object.entries(counts).map(([entrance, row]) => {
    const cells = kinds.map((kind) => {
      const { asked, leaks, seenWhenOpen } = row[kind];
      return `${entrance === 'log' ? '·' : asked} / ${leaks} ${seenWhenOpen ? '+' : '-'}`.padEnd(18);
    });
    return `${entrance.padEnd(18)}${cells.join('')}`.trimEnd();
  });
  return ['asked / leaked, + seen where everybody may read it', head.trimEnd(), ...rows];
}

function around(text: string, marker: string): string {
  const at = text.toLowerCase().indexOf(marker.slice(0, 6));
  return text.slice(Math.max(0, at - 120), at + 60);
}

/** The real clients on an endpoint of this machine that obeys every word. */
async function openObeying() {
  await loadClients();
  const server = await startModelServer(obeys);
  const { model } = openTestModel(server.url);
  const modes = { usual: 'on', byCategory: {} } as const;
  const languageModel = { model, modes, patience: 300, giveToCase: async () => undefined };
  return { languageModel, asked: () => server.requests.length };
}
