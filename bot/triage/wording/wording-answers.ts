import { categories } from '#bot/desk/category.ts';

/** What is judged by the wording, in the order in which each term's weights stand. */
export const wordingAnswers = [
  ...categories.map((category) => `category ${category}`),
  'solvable no',
  'solvable yes',
];
