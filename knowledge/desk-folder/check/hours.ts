import opening_hours from 'opening_hours';
import { type DeskTime, hoursProblem } from '#bot/desk/service-hours.ts';
import { type Fault, faultAt, type Located } from '../fault.ts';
import { fieldFaults } from '../messages.ts';

export type HoursVerdict = {
  /** Why it cannot be read, in the parser's words. */
  readonly problem: string | null;
  /** How it is read, where that had to be guessed. */
  readonly readAs: string | null;
};

/** The same few specs stand in hundreds of rows. */
const verdicts = new Map<string, HoursVerdict>();
const mostVerdicts = 2_000;

/** An error when the hours cannot be read, a warning when they are only guessed at ("vardagar 8-16"). */
export function checkHours(
  place: Located<unknown>,
  path: readonly PropertyKey[],
  spec: string | null,
  time: DeskTime,
): Fault[] {
  if (spec === null) return [];
  const { problem, readAs } = hoursVerdict(spec, time);
  const field = String(path.at(-1));
  if (problem !== null) return [faultAt(place, path, fieldFaults.hours(field, spec, problem))];
  return readAs === null ? [] : [faultAt(place, path, fieldFaults.hoursGuessed(field, spec, readAs))];
}

/** Whether hours can be read, and as what. */
export function hoursVerdict(spec: string, time: DeskTime): HoursVerdict {
  const key = `${time.holidays}\n${spec}`;
  const known = verdicts.get(key);
  if (known) return known;
  const problem = hoursProblem(spec, time);
  const verdict = { problem, readAs: problem === null ? guess(spec, time) : null };
  if (verdicts.size >= mostVerdicts) verdicts.clear();
  verdicts.set(key, verdict);
  return verdict;
}

function guess(spec: string, time: DeskTime): string | null {
  const address = { country_code: time.holidays.toLowerCase(), state: '' };
  const hours = new opening_hours(spec, { lat: 0, lon: 0, address });
  const read = hours.prettifyValue();
  return hours.getWarnings().length > 0 && read !== spec ? read : null;
}
