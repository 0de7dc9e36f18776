const longestSymptom = 300;
const mostSymptoms = 200;

/** Adds what was typed or pasted: one a line, without repeats (capitals aside) and without blank ones. */
export function addSymptoms(symptoms: readonly string[], typed: string): string[] {
  const known = new Set(symptoms.map(fold));
  const added: string[] = [];
  for (const line of typed.split(/\r?\n/)) {
    const symptom = line.replaceAll(/\s+/g, ' ').trim().slice(0, longestSymptom);
    if (symptom === '' || known.has(fold(symptom))) continue;
    known.add(fold(symptom));
    added.push(symptom);
  }
  return [...symptoms, ...added].slice(0, mostSymptoms);
}

/** The list with one entry at another place. Places outside the list change nothing. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items];
  const inside = (place: number) => place >= 0 && place < items.length;
  if (!inside(from) || !inside(to)) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

/** Where a dragged entry belongs: before the first whose middle is below the pointer. */
export function placeUnder(y: number, middles: readonly number[]): number {
  const below = middles.findIndex((middle) => y < middle);
  return below === -1 ? middles.length : below;
}

function fold(text: string): string {
  return text.toLowerCase();
}
