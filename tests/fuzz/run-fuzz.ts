import { createDice, type Dice } from '../bench/search/dice.ts';
import { checkStored } from './check-stored.ts';
import { createEntrances } from './entrances/every-entrance.ts';
import type { CorpusEntry, Entrance, FuzzInput } from './fuzz-input.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import { type Sample, sampleMemory } from './memory-trend.ts';
import { minimise } from './minimise.ts';
import { mostCpu, renew, sendSafely, tryInput } from './try-input.ts';

export type Wish = {
  readonly seed: number;
  readonly inputs: number;
  /** One entrance only. */
  readonly only?: string | undefined;
  readonly tell: (line: string) => void;
  /** Other ways in than those that there are, to see whether what they break is found. */
  readonly planted?: readonly Entrance[];
};

export type FuzzReport = {
  readonly sent: number;
  /** By entrance, what became of the inputs. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly broken: readonly CorpusEntry[];
  /** What was stored and cannot be read again. */
  readonly unreadable: readonly string[];
  readonly samples: readonly Sample[];
};

/** So many are under way at once. */
const together = 16;
const samplesPerRun = 30;
/** Storing the desk anew takes longer than many inputs. */
const fewestBetween = 300;
/** Of different kinds. */
const mostBroken = 25;

/** Sends that many inputs in an order that the seed decides; whatever breaks a promise is made small and kept. */
export async function runFuzz(
  world: FuzzWorld,
  { seed, inputs, only, tell, planted }: Wish,
): Promise<FuzzReport> {
  const dice = createDice(seed);
  const all = planted ?? (await createEntrances(world, dice));
  const entrances = all.filter(({ name }) => only === undefined || name === only);
  const counts = new Map(entrances.map(({ name }) => [name, new Map<string, number>()]));
  const broken: CorpusEntry[] = [];
  const known = new Set<string>();
  const unreadable: string[] = [];
  const samples: Sample[] = [];
  const every = Math.max(fewestBetween, Math.floor(inputs / samplesPerRun));
  let sent = 0;
  let sampledAt = 0;
  while (sent < inputs && broken.length < mostBroken) {
    if (sent === 0 || sent - sampledAt >= every) {
      if (sent > 0) unreadable.push(...(await checkStored(world)));
      await world.restoreDesk();
      samples.push(await sampleMemory(sent));
      sampledAt = sent;
      if (inputs > 20_000) tell(progress(sent, samples.at(-1)));
    }
    const batch = Array.from({ length: Math.min(together, inputs - sent) }, () => {
      const entrance = choose(entrances, dice);
      return { entrance, input: entrance.make() };
    });
    for (const entry of await sendBatch(world, batch, counts, known)) {
      broken.push(entry);
      tell(`BROKEN by ${entry.entrance}: ${entry.why}\n  ${JSON.stringify(entry.input).slice(0, 1_500)}`);
    }
    sent += batch.length;
  }
  unreadable.push(...(await checkStored(world)));
  await world.restoreDesk();
  samples.push(await sampleMemory(sent));
  return { sent, counts, broken, unreadable, samples };
}

/** By their shares. */
function choose(entrances: readonly Entrance[], dice: Dice): Entrance {
  return dice.one(entrances.flatMap((entrance) => Array.from({ length: entrance.share }, () => entrance)));
}

type Planned = { readonly entrance: Entrance; readonly input: FuzzInput };

/** `known`: kinds of faults that were found before; the same again says nothing new. */
async function sendBatch(
  world: FuzzWorld,
  batch: readonly Planned[],
  counts: ReadonlyMap<string, Map<string, number>>,
  known: Set<string>,
): Promise<CorpusEntry[]> {
  const before = process.cpuUsage();
  const outcomes = await Promise.all(batch.map(({ entrance, input }) => sendSafely(entrance, input)));
  const { user, system } = process.cpuUsage(before);
  batch.forEach(({ entrance }, index) => {
    const of = counts.get(entrance.name);
    const what = outcomes[index]?.what ?? '';
    of?.set(what, (of.get(what) ?? 0) + 1);
  });
  const logged = world.takeFaults();
  const isSuspicious = logged.length > 0 || (user + system) / 1_000 > mostCpu;
  const suspects = batch.filter((_, index) => isSuspicious || outcomes[index]?.fault);
  const found: CorpusEntry[] = [];
  const keep = (entry: CorpusEntry) => {
    const kind = `${entry.entrance} ${kindOf(entry.why)}`;
    if (!known.has(kind)) found.push(entry);
    known.add(kind);
  };
  let isExplained = false;
  for (const { entrance, input } of suspects) {
    const fault = await examine(world, entrance, input, known);
    if (fault) {
      isExplained = true;
      keep(fault);
    }
  }
  // It happened, if only among others: that is a fault as well.
  const first = suspects[0];
  const seen = logged[0] ?? outcomes.find(({ fault }) => fault)?.fault;
  if (!isExplained && first && seen) {
    keep({ entrance: first.entrance.name, why: `only among others: ${seen}`, input: first.input });
  }
  return found;
}

/** Sent alone again, and then made small. */
async function examine(
  world: FuzzWorld,
  entrance: Entrance,
  input: FuzzInput,
  known: ReadonlySet<string>,
): Promise<CorpusEntry | null> {
  const { fault } = await tryInput(world, entrance, renew(input));
  if (fault === null) return null;
  const kind = kindOf(fault);
  if (known.has(`${entrance.name} ${kind}`)) return { entrance: entrance.name, why: fault, input };
  const small = await minimise(input, async (smaller) => {
    const again = await tryInput(world, entrance, renew(smaller));
    return again.fault !== null && kindOf(again.fault) === kind;
  });
  return { entrance: entrance.name, why: fault, input: small };
}

/** Faults that differ in an id or a number only are of one kind. */
function kindOf(fault: string): string {
  return fault.replaceAll(/[0-9a-f]{8}(-[0-9a-f-]+)?|\d+/g, '#').slice(0, 60);
}

function progress(sent: number, sample: Sample | undefined): string {
  return `  ${String(sent).padStart(7)} inputs · heap ${sample?.heap.toFixed(0)} MB · process ${sample?.rss.toFixed(0)} MB`;
}
