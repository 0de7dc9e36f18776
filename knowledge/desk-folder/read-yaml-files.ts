import { join } from 'node:path';
import type { DeskSettings } from '#bot/desk/desk-settings.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { InspectText, Named } from './desk-parts.ts';
import type { Fault, LineOf, Located } from './fault.ts';
import { formFaults } from './messages.ts';
import { parseFields, unknownKeys, withoutBlanks } from './parse-fields.ts';
import {
  ContractorYaml,
  DeskYaml,
  EscalationRuleYaml,
  mapDeskSettings,
  ReferralYaml,
  ResponsibilityRowYaml,
} from './schema/desk-yaml.ts';
import { PeopleRuleYaml } from './schema/people-rules-yaml.ts';
import { AbsenceYaml, mapTechnician, PeriodYaml, TechnicianYaml } from './schema/technicians-yaml.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml } from './yaml.ts';

type YamlFile = { readonly file: string; readonly lineOf: LineOf; readonly value: unknown };
type ReadYaml = { readonly yaml: YamlFile | null; readonly faults: readonly Fault[] };

async function readYamlFile(dir: string, file: string, inspect: InspectText): Promise<ReadYaml> {
  const read = await readTextFile(join(dir, file), file);
  if (read.text === null) return { yaml: null, faults: read.faults };
  const yaml = parseYaml(read.text, { file, firstLine: 1 });
  const faults = [...yaml.faults, ...inspect(file, read.text)];
  if (yaml.value === undefined) return { yaml: null, faults };
  return { yaml: { file, lineOf: yaml.lineOf, value: withoutBlanks(yaml.value) }, faults };
}

export type ReadSettings = {
  readonly settings: Located<DeskSettings> | null;
  readonly contractors: readonly Named[];
  readonly known: boolean;
  readonly faults: readonly Fault[];
};

export async function readSettings(dir: string, inspect: InspectText): Promise<ReadSettings> {
  const file = 'desk.yaml';
  const { yaml, faults } = await readYamlFile(dir, file, inspect);
  if (yaml === null) return { settings: null, contractors: [], known: false, faults };
  if (!isRecord(yaml.value)) {
    const fault = { ...formFaults.yamlShape('keys with values'), file, line: 1 };
    return { settings: null, contractors: [], known: false, faults: [...faults, fault] };
  }
  const parsed = parseFields(DeskYaml, yaml.value, yaml);
  const settings = parsed.value && { value: mapDeskSettings(parsed.value), file, lineOf: yaml.lineOf };
  const contractors = namesIn(yaml, 'id', yaml.value.contractors, ['contractors']);
  return {
    settings,
    contractors,
    known: true,
    faults: [...faults, ...parsed.faults, ...unknownDeskKeys(yaml)],
  };
}

function unknownDeskKeys(yaml: YamlFile): Fault[] {
  const desk = isRecord(yaml.value) ? yaml.value : {};
  const inList = (key: string, known: readonly string[]) =>
    listOf(desk[key]).flatMap((item, index) => unknownKeys(item, known, yaml, [key, index]));
  const levels = isRecord(desk.escalation) ? desk.escalation : {};
  return [
    ...unknownKeys(desk, Object.keys(DeskYaml.shape), yaml),
    ...inList('responsibility', Object.keys(ResponsibilityRowYaml.shape)),
    ...inList('referrals', Object.keys(ReferralYaml.shape)),
    ...inList('people_rules', Object.keys(PeopleRuleYaml.shape)),
    ...unknownKeys(levels, Object.keys(DeskYaml.shape.escalation.shape), yaml, ['escalation']),
    ...Object.entries(levels).flatMap(([level, rule]) =>
      unknownKeys(rule, Object.keys(EscalationRuleYaml.shape), yaml, ['escalation', level]),
    ),
    ...listOf(desk.contractors).flatMap((item, index) => likelyContractorKeys(item, yaml, index)),
  ];
}

/** Any further key is a setting of the connector, so only what looks like a slip is worth a word. */
function likelyContractorKeys(item: unknown, yaml: YamlFile, index: number): Fault[] {
  const known = Object.keys(ContractorYaml.shape);
  return unknownKeys(item, known, yaml, ['contractors', index]).filter((fault) =>
    fault.remedy.startsWith('Did you mean'),
  );
}

export type ReadTechnicians = {
  readonly technicians: readonly Located<Technician>[];
  readonly names: readonly Named[];
  readonly known: boolean;
  readonly faults: readonly Fault[];
};

export async function readTechnicians(dir: string, inspect: InspectText): Promise<ReadTechnicians> {
  const file = 'technicians.yaml';
  const { yaml, faults } = await readYamlFile(dir, file, inspect);
  if (yaml === null) return { technicians: [], names: [], known: false, faults };
  // A file of nothing but comments is a desk with no technicians yet.
  const entries = yaml.value === null ? [] : yaml.value;
  if (!Array.isArray(entries)) {
    const fault = { ...formFaults.yamlShape('a list of technicians'), file, line: 1 };
    return { technicians: [], names: [], known: false, faults: [...faults, fault] };
  }
  const read = entries.map((entry, index) => readTechnician(entry, index, yaml));
  return {
    technicians: read.flatMap((entry) => entry.technician ?? []),
    names: namesIn(yaml, 'upn', entries, []),
    known: true,
    faults: [...faults, ...read.flatMap((entry) => entry.faults)],
  };
}

function readTechnician(entry: unknown, index: number, yaml: YamlFile) {
  const { file } = yaml;
  const lineOf: LineOf = (path) => yaml.lineOf([index, ...path]);
  const place = { file, lineOf };
  const parsed = parseFields(TechnicianYaml, entry, place);
  const listed = isRecord(entry) ? entry : {};
  const faults = [
    ...parsed.faults,
    ...unknownKeys(entry, Object.keys(TechnicianYaml.shape), place),
    ...listOf(listed.shifts).flatMap((item, at) =>
      unknownKeys(item, Object.keys(PeriodYaml.shape), place, ['shifts', at]),
    ),
    ...listOf(listed.absences).flatMap((item, at) =>
      unknownKeys(item, Object.keys(AbsenceYaml.shape), place, ['absences', at]),
    ),
  ];
  return { technician: parsed.value && { value: mapTechnician(parsed.value), file, lineOf }, faults };
}

function namesIn(yaml: YamlFile, key: string, list: unknown, at: readonly PropertyKey[]): Named[] {
  return listOf(list).flatMap((item, index) => {
    const id = isRecord(item) ? item[key] : undefined;
    if (typeof id !== 'string') return [];
    return [{ id: id.trim(), file: yaml.file, line: yaml.lineOf([...at, index, key]) }];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
