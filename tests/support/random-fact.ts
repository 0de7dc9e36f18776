import { addDays } from '#bot/desk/local-time.ts';
import { priorityLevels } from '#bot/desk/priority.ts';
import { bounceReasonsInOrder } from '#bot/i18n/insights.ts';
import { type Fact, loads, steps } from '#bot/insights/facts/fact.ts';
import { mondayOf } from '#bot/insights/facts/local-week.ts';

const day = 86_400_000;

/** A fact of the ten weeks before `end`, with whatever a fact can be; the same for the same numbers. */
export function randomFact(n: number, end: Date, random: () => number): Fact {
  const some = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const maybe = <T>(value: T, chance = 0.5): T | null => (random() < chance ? value : null);
  const at = new Date(Math.floor(end.getTime() - random() ** 2 * 70 * day));
  const date = at.toISOString().slice(0, 10);
  const isCase = random() < 0.6;
  const place = Math.floor(random() ** 2 * 9);
  const reasons = random() < 0.2 ? [some(bounceReasonsInOrder), some(bounceReasonsInOrder)] : [];
  const isWithContractor = isCase && random() < 0.4;
  const times = steps.filter(() => isCase && random() < 0.6);
  const notes = random() < 0.5 ? ['_shared/natet', `plats${place}/kopiatorn`] : [];
  return {
    id: `fact-${n}`,
    matter: isCase ? 'case' : 'talk',
    number: isCase ? `VK-${n}` : null,
    version: 1,
    at,
    week: mondayOf(date),
    // As if the local date were another at times: only that it is kept as it is matters.
    month: addDays(date, random() < 0.1 ? 1 : 0).slice(0, 7),
    siteId: maybe(`plats${place}`, 0.95),
    area: maybe(place % 2 === 0 ? 'norra' : 'södra', 0.9),
    siteKind: place % 3 === 0 ? 'school' : 'preschool',
    category: some(['printer', 'network', 'av']),
    priority: isCase ? some(priorityLevels) : null,
    type: isCase ? some(['incident', 'incident', 'service-request']) : null,
    load: isCase ? maybe(some(loads)) : null,
    contractorId: isWithContractor ? some(['telebolaget', 'servicedesk']) : null,
    person: `p${place}-${Math.floor(random() * (place + 1))}`,
    worker: isCase ? maybe(`t${Math.floor(random() * 7)}`) : null,
    things: [],
    outcome: isCase ? some(['open', 'resolved', 'cancelled']) : some(['confirmed', 'silent', 'left']),
    endedAt: maybe(at),
    cameBack: random() < 0.2,
    hadNote: random() < 0.5,
    notes,
    notesSolved: Math.floor(random() * 3),
    notesFailed: Math.floor(random() * 3),
    asked: isCase ? Math.floor(random() * 3) : null,
    elapsed: Object.fromEntries(
      times.map((step) => [
        step,
        { service: Math.floor(random() ** 3 * 90_000), wall: Math.floor(random() ** 3 * 900_000) },
      ]),
    ),
    promisesKept: Math.floor(random() * 3),
    promisesLate: Math.floor(random() * 2),
    reassigned: Math.floor(random() * 2),
    bounces: isWithContractor ? reasons : [],
    contractor: isWithContractor
      ? {
          waited: Math.floor(random() * 90_000),
          promised: maybe(3600),
          kept: maybe(random() < 0.5, 0.8),
        }
      : null,
    visited: random() < 0.5,
    couldBeRemote: maybe(random() < 0.5),
    modelCost: maybe(Math.round(random() * 1000) / 1000, 0.3),
  };
}
