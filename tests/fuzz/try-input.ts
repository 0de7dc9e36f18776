import type { Entrance, FuzzInput, Outcome } from './fuzz-input.ts';
import type { FuzzWorld } from './fuzz-world.ts';

/** Milliseconds of CPU for one input: the largest that is taken costs a tenth of it. */
export const mostCpu = 3_000;

/** Sends the input alone, and says what it broke: its own answer, an error in the log, a loose end, or time. */
export async function tryInput(
  world: Pick<FuzzWorld, 'takeFaults'>,
  entrance: Entrance,
  input: FuzzInput,
): Promise<Outcome> {
  world.takeFaults();
  const before = process.cpuUsage();
  const outcome = await sendSafely(entrance, input);
  // What goes on after the answer ends within a moment.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const { user, system } = process.cpuUsage(before);
  if (outcome.fault !== null) return outcome;
  const [heard] = world.takeFaults();
  if (heard !== undefined) return { ...outcome, fault: `heard: ${heard.slice(0, 300)}` };
  const took = (user + system) / 1_000;
  return took > mostCpu ? { ...outcome, fault: `took ${mostCpu} ms of CPU or more` } : outcome;
}

/** An entrance that throws is a crash of what stands behind it. */
export async function sendSafely(entrance: Entrance, input: FuzzInput): Promise<Outcome> {
  try {
    return await entrance.send(input);
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { what: 'crash', fault: `threw ${why.slice(0, 300)}` };
  }
}

/** The same input as a new one: Teams' ids are taken once. */
export function renew(input: FuzzInput): FuzzInput {
  if (input.kind !== 'request' || input.body === null || !('text' in input.body)) return input;
  const text = input.body.text.replaceAll(/f:[0-9a-f-]{36}/g, () => `f:${crypto.randomUUID()}`);
  return { ...input, body: { text } };
}
