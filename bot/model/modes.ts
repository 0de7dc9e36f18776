import type { Category } from '#bot/desk/category.ts';

/**
 * `off`: the model is not asked. `suggest`: staff get the rules' answer, whoever takes the case sees the model's.
 * `on`: staff are answered in the model's words, checked against the notes.
 */
export type ModelMode = 'off' | 'suggest' | 'on';

export type ModelModes = {
  /** The desk's. */
  readonly usual: ModelMode;
  readonly byCategory: Readonly<Partial<Record<Category, ModelMode>>>;
};

/** Null: it is not known yet what it is about. */
export function modeFor(modes: ModelModes, category: Category | null): ModelMode {
  return (category === null ? undefined : modes.byCategory[category]) ?? modes.usual;
}

/** Whether the model is asked about anything at all. */
export function isAsked({ usual, byCategory }: ModelModes): boolean {
  return [usual, ...Object.values(byCategory)].some((mode) => mode !== 'off');
}

/** Whether a message's category has to be known before the model may see it. */
export function hasExceptions({ usual, byCategory }: ModelModes): boolean {
  return [usual, ...Object.values(byCategory)].includes('off');
}
