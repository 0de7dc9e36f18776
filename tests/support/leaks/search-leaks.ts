import { decodeEverything } from './decode-everything.ts';
import { driveCase, needed, type Written } from './drive-case.ts';
import { givesAway, type Planted, prepareSearch } from './find-planted.ts';
import type { Plant, PlantedCase } from './planted-case.ts';
import type { RecordingPlace } from './recording-places.ts';

export type Finding = {
  /** What got out, and how it was written; for a person who mends it. */
  readonly leaks: readonly { readonly plant: Plant; readonly seen: string }[];
  /** What a contractor needs and did not get. */
  readonly missing: readonly string[];
  readonly written: Written;
};

/** Sends one planted case through a connector and looks for its secrets in all that arrived. */
export async function searchLeaks(place: RecordingPlace, planted: PlantedCase): Promise<Finding> {
  const written = await driveCase(place, planted);
  const texts = (await place.take()).flatMap(decodeEverything);
  const inside = [written.history, written.log, written.withheld.join('\n')];
  const all = texts.join('\n');
  return {
    leaks: leaksIn([...texts, ...inside], planted.plants),
    missing: needed.filter((words) => !all.includes(words)),
    written,
  };
}

export function leaksIn(
  texts: readonly string[],
  plants: readonly Plant[],
): { plant: Plant; seen: string }[] {
  const searched = texts.map((text) => ({ text, ready: prepareSearch(text) }));
  return plants.flatMap((plant) => {
    const found = searched.find(({ ready }) => givesAway(ready, plant.planted));
    return found ? [{ plant, seen: found.text.slice(0, 400) }] : [];
  });
}

/** True when the bytes give it away to the search. */
export function isSeen(bytes: Uint8Array, planted: Planted): boolean {
  return decodeEverything(bytes).some((text) => givesAway(prepareSearch(text), planted));
}
