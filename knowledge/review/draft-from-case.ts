import type { Category } from '#bot/desk/category.ts';

/** What a solved case could teach, as the beginning of a note. */
export type CaseLesson = {
  readonly title: string;
  readonly symptoms: readonly string[];
  readonly steps: readonly string[];
};

export type TaughtBy = {
  /** What the case was called, without names and numbers; null when nothing of it is left. */
  readonly title: string | null;
  readonly category: Category;
  /** What was reported, without names and numbers; null when nothing of it is left. */
  readonly symptom: string | null;
  readonly device: string | null;
  /** Secrets masked. */
  readonly closingWords: string;
};

const longest = { title: 90, symptom: 240, step: 600 };
const mostSteps = 12;

/** What somebody did, as what to do; the usual words, since a guess at others would read worse. */
const orders: readonly (readonly [RegExp, string])[] = [
  [/^(?:jag|vi|har|och|sen|sedan|därefter|först|så)\s+/iu, ''],
  [/^tog bort\b/iu, 'Ta bort'],
  [/^tog\b/iu, 'Ta'],
  [/^drog\b/iu, 'Dra'],
  [/^satte\b/iu, 'Sätt'],
  [/^bytte\b/iu, 'Byt'],
  [/^bytt\b/iu, 'Byt'],
  [/^la(?:de)? till\b/iu, 'Lägg till'],
  [/^gick\b/iu, 'Gå'],
  [/^höll\b/iu, 'Håll'],
  [/^tryckte\b/iu, 'Tryck'],
  [/^kopplade\b/iu, 'Koppla'],
  [/^ställde\b/iu, 'Ställ'],
  [/^stängde\b/iu, 'Stäng'],
  [/^körde\b/iu, 'Kör'],
  [/^lossade\b/iu, 'Lossa'],
  [/^([\p{L}]{3,})ade(?=\s|$)/iu, '$1a'],
  [/^restarted\b/iu, 'Restart'],
  [/^replaced\b/iu, 'Replace'],
  [/^changed\b/iu, 'Change'],
  [/^reset\b/iu, 'Reset'],
  [/^updated\b/iu, 'Update'],
];

/** A draft by rules alone: the report says what it is like, the closing words what helped. Pure. */
export function draftFromCase({ title, symptom, device, closingWords }: TaughtBy): CaseLesson {
  const named = title ?? symptom ?? device ?? closingWords;
  return {
    title: capital(clip(named.split(/(?<=[.!?])\s|\n/u)[0] ?? named, longest.title)).replace(
      /[.!,;:]+$/u,
      '',
    ),
    symptoms: symptom === null ? [] : [clip(symptom, longest.symptom).replace(/[\s,;:–-]+$/u, '')],
    steps: stepsOf(closingWords),
  };
}

/** A sentence or a line is a step; "sedan" begins another. */
function stepsOf(words: string): string[] {
  return (
    words
      .split(/\n+|(?<=[.!?])\s+|;\s+|,?\s+(?:och\s+)?(?:sedan|därefter|and then|then)\s+/u)
      .map((part) => part.replace(/^\s*(?:\d+[.)]|[-*•])\s*/u, '').trim())
      // A step with something masked in it is not to be taken.
      .filter((part) => /\p{L}{2}/u.test(part) && !part.includes('•••'))
      .slice(0, mostSteps)
      .map((part) => clip(asOrder(part), longest.step))
  );
}

function asOrder(text: string): string {
  const ordered = orders.reduce((said, [pattern, order]) => said.replace(pattern, order), text.trim());
  const sentence = capital(ordered);
  return /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function clip(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trim();
}
