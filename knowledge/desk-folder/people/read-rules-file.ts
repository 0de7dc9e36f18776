import type { PeopleRule } from '#bot/desk/desk-settings.ts';
import type { Fault } from '../fault.ts';
import { parseFields, unknownKeys, withoutBlanks } from '../parse-fields.ts';
import { mapPeopleRule, PeopleRulesFile, PeopleRuleYaml } from '../schema/people-rules-yaml.ts';
import { readTextFile } from '../text-file.ts';
import { parseYaml } from '../yaml.ts';

/** Rules from a file of their own, for trying them: a list of rows, or `people_rules:` with the list. */
export async function readRulesFile(
  path: string,
  file: string,
): Promise<{ readonly rules: readonly PeopleRule[] | null; readonly faults: readonly Fault[] }> {
  const read = await readTextFile(path, file);
  if (read.text === null) return { rules: null, faults: read.faults };
  const yaml = parseYaml(read.text, { file, firstLine: 1 });
  if (yaml.faults.length > 0) return { rules: null, faults: yaml.faults };
  const value = withoutBlanks(yaml.value);
  const rows = Array.isArray(value) ? { people_rules: value } : value;
  const lineOf = Array.isArray(value)
    ? ([, ...path]: readonly PropertyKey[]) => yaml.lineOf(path)
    : yaml.lineOf;
  const place = { file, lineOf };
  const parsed = parseFields(PeopleRulesFile, rows, place);
  if (parsed.value === null) return { rules: null, faults: parsed.faults };
  const keys = Object.keys(PeopleRuleYaml.shape);
  const list: readonly unknown[] = Array.isArray(value) ? value : parsed.value.people_rules;
  const odd = list.flatMap((row, index) => unknownKeys(row, keys, place, ['people_rules', index]));
  return { rules: parsed.value.people_rules.map(mapPeopleRule), faults: odd };
}
