type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The Action.Execute with that verb, wherever in the message or card it is; null when there is none. */
export function findAction(inside: unknown, verb: string): Json | null {
  if (!isJson(inside)) return null;
  if (inside.type === 'Action.Execute' && inside.verb === verb) return inside;
  for (const part of Object.values(inside)) {
    const found = findAction(part, verb);
    if (found) return found;
  }
  return null;
}

/** The `refresh` of the first card that has one. */
export function findRefresh(inside: unknown): Json | null {
  if (!isJson(inside)) return null;
  if (isJson(inside.refresh)) return inside.refresh;
  for (const part of Object.values(inside)) {
    const found = findRefresh(part);
    if (found) return found;
  }
  return null;
}

/** What Teams sends as an invoke's `value` when that button is pressed with the card's inputs filled in so. */
export function pressValue(inside: unknown, verb: string, inputs: Json = {}): Json {
  const action = findAction(inside, verb);
  if (action === null) throw new Error(`no button with the verb ${verb}`);
  const data = isJson(action.data) ? action.data : {};
  return { action: { type: 'Action.Execute', verb, data: { ...data, ...inputs } }, trigger: 'manual' };
}
