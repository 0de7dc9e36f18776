import type { ApiFailure } from '../../../api/api-failure.ts';

/** What is wrong with each field, by its name. */
export type FieldFaults = Readonly<Record<string, string>>;

/** The server's faults by field: `value.name` and `name` are both the name. The first of a field is shown. */
export function faultsByField(failure: ApiFailure | null): FieldFaults {
  const pairs = (failure?.faults ?? []).map(({ path, message }): [string, string] => [
    fieldOf(path),
    message,
  ]);
  return Object.fromEntries(pairs.reverse());
}

/** Those that belong to none of the form's fields: they are said beside its button. */
export function loneFaults(
  failure: ApiFailure | null,
  fieldNames: Readonly<Record<string, string>>,
): string[] {
  return (failure?.faults ?? [])
    .filter(({ path }) => !Object.hasOwn(fieldNames, fieldOf(path)))
    .map(({ message }) => message);
}

function fieldOf(path: string): string {
  return path.replace(/^value\./, '').split(/[.[]/)[0] ?? '';
}
