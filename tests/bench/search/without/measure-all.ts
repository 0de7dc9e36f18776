import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readRetrievalSet } from '#bot/cli/eval-retrieval/retrieval-set.ts';
import { loadFolder } from '#bot/cli/load-desk.ts';
import { readJsonLines } from '#bot/cli/read-json-lines.ts';
import { triageLine } from '#bot/cli/triage-request.ts';
import { LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import { judgeRequest, type Verdict } from '#bot/insights/evaluation/judge-request.ts';
import { summarise } from '#bot/insights/evaluation/summarise.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { meanOf } from '../bootstrap.ts';
import { type Damage, slips } from '../damage.ts';
import { vaktis } from '../engines/vaktis.ts';
import { measureQuality } from '../measure-quality.ts';

/** Figures 0–1 by name, in the order of the table. */
export type Figures = Readonly<Record<string, number>>;

export async function measureAll(sets: string, districts: readonly string[]): Promise<Figures> {
  const desks: Record<string, number> = {};
  for (const folder of districts) Object.assign(desks, await measureDistrict(folder));
  return { ...(await measureSets(sets)), ...desks };
}

/** nDCG@10, the mean over the sets of a kind. */
async function measureSets(folder: string): Promise<Figures> {
  const kinds: Record<string, number[]> = {};
  const add = (kind: string, scores: readonly number[]) => {
    kinds[kind] = [...(kinds[kind] ?? []), meanOf(scores)];
  };
  for (const name of readdirSync(folder)) {
    const set = await readRetrievalSet(join(folder, name));
    const kind = kindOf(name);
    add(kind, await measureQuality(vaktis, set));
    if (kind === 'sv') add('sv, slips', await measureQuality(vaktis, set, slips[0]));
  }
  return Object.fromEntries(Object.entries(kinds).map(([kind, means]) => [kind, meanOf(means)]));
}

function kindOf(name: string): string {
  if (name.includes('cross')) return 'other language';
  return name.endsWith('-en') ? 'en' : 'sv';
}

async function measureDistrict(folder: string): Promise<Figures> {
  const clean = await judgeAll(folder);
  const slipped = await judgeAll(folder, slips[0]);
  const { macroF1, fields } = summarise(clean);
  const name = basename(folder);
  return {
    [`${name}: macro-F1`]: macroF1,
    [`${name}: right note in three`]: fields.note.share,
    [`${name}: wrong answers`]: wrongAnswers(clean),
    [`${name}: right person`]: fields.person.share,
    [`${name}: language`]: fields.language.share,
    [`${name}: macro-F1, slips`]: summarise(slipped).macroF1,
    [`${name}: note, slips`]: summarise(slipped).fields.note.share,
  };
}

async function judgeAll(folder: string, damage: Damage = (text) => text): Promise<Verdict[]> {
  const loaded = await loadFolder(join(folder, 'desk'));
  const desk = {
    loaded,
    triage: createTriage({ chooseResponsible }),
    openCases: new Map<string, number>(),
    now: () => new Date(0),
  };
  const requests = await readJsonLines(join(folder, 'requests.jsonl'), LabelledRequest);
  return requests.map((request) =>
    judgeRequest(request, triageLine({ ...request, text: damage(request.text) }, desk)),
  );
}

/** Of the answers given, how many should have been something else, or another note. */
function wrongAnswers(verdicts: readonly Verdict[]): number {
  const given = verdicts.filter(({ destination }) => destination?.got === 'answer');
  const isWrong = ({ destination, fields }: Verdict) =>
    destination?.expected !== 'answer' || fields.note === false;
  return given.filter(isWrong).length / Math.max(1, given.length);
}
