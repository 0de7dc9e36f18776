import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import { InvalidInput } from '#bot/errors.ts';

export const manifestFolder = join(import.meta.dirname, '../../../manifest');

const Starter = z.strictObject({ title: z.string(), description: z.string(), prompt: z.string() });
/** A prompt starter: what the button says, what it is for, and what it puts into the message box. */
export type Starter = z.infer<typeof Starter>;

const Named = z.strictObject({ title: z.string(), description: z.string() });
const SearchCommand = Named.extend({ search: Named });

const Words = z.strictObject({
  name: z.strictObject({ short: z.string(), full: z.string() }),
  description: z.strictObject({ short: z.string(), full: z.string() }),
  /** What stands for the desk's name when there is no desk. */
  organisation: z.string(),
  /** The tab's name. */
  tab: z.string(),
  person: Starter,
  technician: Starter,
  /** The commands of the message extension, by their ids in manifest.json. */
  extension: z.strictObject({
    'create-case': Named,
    'my-cases': SearchCommand,
    'site-notes': SearchCommand,
  }),
  /** In the order in which they are offered when the desk says nothing about it. */
  starters: z.partialRecord(Category, Starter),
});
export type Words = z.infer<typeof Words>;

/** The parts of the manifest that are the same for everybody. Microsoft's schema judges the rest of it. */
const Template = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  bots: z.tuple([z.looseObject({})]),
  composeExtensions: z.tuple([
    z.looseObject({
      commands: z.array(
        z.looseObject({
          id: z.enum(['create-case', 'my-cases', 'site-notes']),
          parameters: z.tuple([z.looseObject({})]).optional(),
        }),
      ),
    }),
  ]),
  staticTabs: z.array(z.looseObject({})),
});
export type Template = z.infer<typeof Template>;

/** The first is the manifest's own language, the others have files beside it. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

export type PackageSources = {
  readonly template: Template;
  readonly words: Readonly<Record<Language, Words>>;
  /** PNG files by the name that they have in the package. */
  readonly icons: Readonly<Record<string, Uint8Array>>;
  /** Of package.json. */
  readonly version: string;
};

/**
 * Reads manifest/ and the version in package.json.
 * @throws InvalidInput naming the file and the field.
 */
export async function readPackageSources(folder = manifestFolder): Promise<PackageSources> {
  const { version } = await readJson(join(folder, '../package.json'), z.looseObject({ version: z.string() }));
  return {
    template: await readJson(join(folder, 'manifest.json'), Template),
    words: {
      sv: await readJson(join(folder, 'words/sv.json'), Words),
      en: await readJson(join(folder, 'words/en.json'), Words),
    },
    icons: {
      'color.png': await readFile(join(folder, 'icons/color.png')),
      'outline.png': await readFile(join(folder, 'icons/outline.png')),
    },
    version,
  };
}

async function readJson<Shape>(file: string, shape: z.ZodType<Shape>): Promise<Shape> {
  const text = await readFile(file, 'utf8');
  const parsed = shape.safeParse(parse(text, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInput(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidInput(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
