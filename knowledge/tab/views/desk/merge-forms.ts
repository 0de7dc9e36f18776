/** A form's field that two people changed to different things. */
export type MeetingField<T> = {
  readonly field: keyof T & string;
  readonly mine: unknown;
  readonly theirs: unknown;
};

/** What becomes of a form when somebody else saved it meanwhile. */
export type MergedForm<T> = {
  /** Mine where only I changed, theirs where only they did; mine where both did, until the person chooses. */
  readonly value: T;
  readonly meeting: readonly MeetingField<T>[];
  /** Fields that came from them. */
  readonly taken: readonly (keyof T & string)[];
};

/** Three ways, field by field: `base` is what both began with. */
export function mergeForms<T extends object>(base: T, mine: T, theirs: T): MergedForm<T> {
  const fields = Object.keys(mine).filter((field): field is keyof T & string => field in mine);
  const changed = (form: T, field: keyof T) => !isAlike(form[field], base[field]);
  const taken = fields.filter((field) => changed(theirs, field) && !changed(mine, field));
  const meeting = fields
    .filter((field) => changed(theirs, field) && changed(mine, field) && !isAlike(mine[field], theirs[field]))
    .map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
  const fromThem = Object.fromEntries(taken.map((field) => [field, theirs[field]]));
  return { value: Object.assign({}, mine, fromThem), meeting, taken };
}

/** Whether two plain values say the same, whatever the order of their keys. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && isAlike(value, right.get(key)))
  );
}
