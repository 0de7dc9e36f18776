import { categories } from '#bot/desk/category.ts';
import type { Wording } from '#bot/triage/wording/judge-wording.ts';

/** The wording says nothing: every kind is as likely. */
export function judgeWording(): Wording {
  return {
    category: new Map(categories.map((category) => [category, 1 / categories.length])),
    solvable: 0.5,
  };
}
