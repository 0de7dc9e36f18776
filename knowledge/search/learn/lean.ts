import type { Lesson } from './lesson.ts';
import { tellingWords } from './telling-words.ts';

/** How far a note's score may be moved, either way, whatever people say. */
export const mostLean = 0.1;
/** What one person's word is worth: nobody reaches the limit alone. */
const perPerson = 0.04;
/** A word is worth half as much after so long: sites, devices and notes change. */
const halfLife = 90 * 24 * 60 * 60 * 1000;
/** Of the lesson's telling words that the question has, and of the question's that the lesson has. */
const alikeFrom = { lesson: 0.6, question: 0.5 };
/** A lesson's words are read once: a popular note has hundreds. */
const wordsOf = new WeakMap<Lesson, ReadonlySet<string>>();

/**
 * How far one note's score moves for a question (its telling words): -0.1 to 0.1. Each person counts once, by the
 * last that they said about a question like this one.
 */
export function leanOf(lessons: readonly Lesson[], asked: ReadonlySet<string>, at: Date): number {
  const lastOf = new Map<string, Lesson>();
  for (const lesson of lessons) {
    const known = lastOf.get(lesson.byUpn);
    const isLater = known === undefined || lesson.at >= known.at;
    if (isLater && isAlike(wordsOfLesson(lesson), asked)) lastOf.set(lesson.byUpn, lesson);
  }
  const sum = [...lastOf.values()].reduce((total, lesson) => total + worthOf(lesson, at), 0);
  return Math.max(-mostLean, Math.min(mostLean, sum));
}

function wordsOfLesson(lesson: Lesson): ReadonlySet<string> {
  const known = wordsOf.get(lesson) ?? tellingWords(lesson.wording);
  wordsOf.set(lesson, known);
  return known;
}

function worthOf({ helped, at: said }: Lesson, at: Date): number {
  const age = Math.max(0, at.getTime() - said.getTime());
  return (helped ? perPerson : -perPerson) * 0.5 ** (age / halfLife);
}

/** Most of what either says is said by the other too. */
export function isAlike(lesson: ReadonlySet<string>, asked: ReadonlySet<string>): boolean {
  if (lesson.size === 0 || asked.size === 0) return false;
  const shared = lesson.intersection(asked).size;
  return shared / lesson.size >= alikeFrom.lesson && shared / asked.size >= alikeFrom.question;
}
