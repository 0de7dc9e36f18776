import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { type PackageFault, remedyFor } from './fault.ts';
import { manifestFolder } from './sources.ts';

export type CheckSchema = (file: string, content: unknown) => PackageFault[];
export type PackageSchemas = { readonly manifest: CheckSchema; readonly language: CheckSchema };

/** Microsoft's published schemas, read from manifest/schema: nothing is fetched. Compiling takes a moment. */
export async function loadSchemas(folder = join(manifestFolder, 'schema')): Promise<PackageSchemas> {
  // Not strict: the schemas have keywords that only editors understand, and patterns that are not Unicode's.
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const compile = async (name: string) => {
    const schema: object = JSON.parse(await readFile(join(folder, name), 'utf8'));
    return checkerOf(ajv.compile(schema));
  };
  return {
    manifest: await compile('MicrosoftTeams.schema.json'),
    language: await compile('MicrosoftTeams.Localization.schema.json'),
  };
}

function checkerOf(validate: ValidateFunction): CheckSchema {
  return (file, content) => {
    validate(content);
    return (validate.errors ?? []).map((error) => {
      const at = placeOf(error);
      return { file, at, message: inWords(error), remedy: remedyFor(at) };
    });
  };
}

/** `/bots/0/botId` → `bots[0].botId`; a language file's keys have dots and brackets of their own. */
function placeOf({ instancePath, keyword, params }: ErrorObject): string | null {
  const steps = instancePath.split('/').slice(1).map(unescapePointer);
  const key = keyword === 'required' ? params.missingProperty : params.additionalProperty;
  if (typeof key === 'string') steps.push(key);
  if (steps.length === 0) return null;
  return steps.reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function inWords({ keyword, params, message }: ErrorObject): string {
  const { limit, allowedValue, allowedValues, pattern } = params;
  if (keyword === 'required') return 'is missing';
  if (keyword === 'additionalProperties') return 'is not known to Microsoft’s schema';
  if (keyword === 'maxLength') return `is longer than ${limit} characters`;
  if (keyword === 'maxItems') return `has more than ${limit} entries`;
  if (keyword === 'const') return `must be ${JSON.stringify(allowedValue)}`;
  if (keyword === 'enum' && Array.isArray(allowedValues)) return `must be one of ${allowedValues.join(', ')}`;
  if (keyword === 'pattern') return `does not have the form that Teams asks for (${pattern})`;
  return message ?? 'does not follow Microsoft’s schema';
}
