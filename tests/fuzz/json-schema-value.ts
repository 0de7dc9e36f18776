import type { Dice } from '../bench/search/dice.ts';
import { nastyStrings, nastyValues } from './nasty-values.ts';

export type JsonSchema = Record<string, unknown>;

const deepest = 8;

/** A value of the schema, as far as it is understood: most pass it, which is how they come further in. */
export function valueOfSchema(
  schema: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
  dice: Dice,
  ids: readonly string[],
  depth = 0,
): unknown {
  const inner = (of: unknown) => valueOfSchema(isSchema(of) ? of : {}, named, dice, ids, depth + 1);
  if (depth > deepest) return null;
  if (typeof schema.$ref === 'string') return inner(named[schema.$ref.split('/').at(-1) ?? '']);
  if (schema.const !== undefined) return schema.const;
  for (const choices of [schema.enum, schema.examples]) {
    if (Array.isArray(choices) && choices.length > 0) return dice.one(choices);
  }
  for (const choices of [schema.anyOf, schema.oneOf]) {
    if (Array.isArray(choices) && choices.length > 0) return inner(dice.one(choices));
  }
  if (Array.isArray(schema.allOf)) {
    return Object.assign({}, ...schema.allOf.map(inner).filter(isSchema));
  }
  const type = Array.isArray(schema.type) ? dice.one(schema.type) : schema.type;
  switch (type) {
    case 'object':
      return objectOf(schema, inner, dice);
    case 'array':
      return Array.from({ length: dice.under(4) }, () => inner(schema.items));
    case 'string':
      return textOf(schema, dice, ids);
    case 'integer':
    case 'number':
      return dice.one([0, 1, 2, 10, 100, Number(schema.minimum ?? 0), Number(schema.maximum ?? 50)]);
    case 'boolean':
      return dice.under(2) === 0;
    case 'null':
      return null;
    default:
      return dice.one(nastyValues);
  }
}

function objectOf(schema: JsonSchema, inner: (of: unknown) => unknown, dice: Dice): JsonSchema {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = Object.entries(isSchema(schema.properties) ? schema.properties : {});
  const taken = properties.filter(([name]) => required.includes(name) || dice.under(3) > 0);
  const free = isSchema(schema.additionalProperties) ? schema.additionalProperties : null;
  const extra = free ? [[dice.one(nastyStrings), inner(free)]] : [];
  return Object.fromEntries([...taken.map(([name, of]) => [name, inner(of)]), ...extra]);
}

function textOf(schema: JsonSchema, dice: Dice, ids: readonly string[]): string {
  if (schema.format === 'date') return '2027-01-31';
  if (schema.format === 'date-time') return '2026-11-23T08:00:00Z';
  return dice.under(4) === 0
    ? dice.one(nastyStrings)
    : dice.one([...ids, 'Skrivaren', 'Starta om den.', 'Mo-Fr 08:00-17:00']);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
