import { checkIcon } from './check-icons.ts';
import { checkLanguageFile, placeholderFaults } from './check-languages.ts';
import { checkRules, ManifestShape } from './check-rules.ts';
import type { PackageSchemas } from './check-schema.ts';
import type { PackageFault, PackageFiles } from './fault.ts';

/** Everything that can be known about a package without an account; empty when there is nothing to mend. */
export function checkPackage(files: PackageFiles, schemas: PackageSchemas): PackageFault[] {
  const manifest = readJson(files, 'manifest.json');
  if ('fault' in manifest) return [manifest.fault];
  const shape = ManifestShape.safeParse(manifest.content);
  const bySchema = schemas.manifest('manifest.json', manifest.content);
  if (!shape.success) return bySchema;
  return [
    ...bySchema,
    ...checkRules(shape.data),
    ...placeholderFaults('manifest.json', manifest.content, 'Mend it in manifest/words/sv.json.'),
    ...checkIcons(files, shape.data),
    ...shape.data.localizationInfo.additionalLanguages.flatMap(({ file }) =>
      checkLanguage(files, file, manifest.content, schemas),
    ),
    ...checkNames(files, shape.data),
  ];
}

function checkIcons(files: PackageFiles, { icons }: ManifestShape): PackageFault[] {
  return (['color', 'outline'] as const).flatMap((kind) => {
    const bytes = files[icons[kind]];
    return bytes === undefined ? [missing(icons[kind])] : checkIcon(kind, icons[kind], bytes);
  });
}

function checkLanguage(
  files: PackageFiles,
  file: string,
  manifest: unknown,
  schemas: PackageSchemas,
): PackageFault[] {
  const language = readJson(files, file);
  if ('fault' in language) return [language.fault];
  return [
    ...schemas.language(file, language.content),
    ...checkLanguageFile(manifest, file, language.content),
  ];
}

/** Teams refuses folders in the zip, and files that the manifest does not name. */
function checkNames(files: PackageFiles, { icons, localizationInfo }: ManifestShape): PackageFault[] {
  const named = ['manifest.json', icons.color, icons.outline];
  const languages = localizationInfo.additionalLanguages.map(({ file }) => file);
  return Object.keys(files)
    .filter((file) => ![...named, ...languages].includes(file) || file.includes('/'))
    .map((file) => ({
      file,
      at: null,
      message: file.includes('/') ? 'lies in a folder' : 'is not named by the manifest',
      remedy: 'Leave it out: the zip holds the manifest, its icons and languages at its root.',
    }));
}

function readJson(files: PackageFiles, file: string): { content: unknown } | { fault: PackageFault } {
  const bytes = files[file];
  if (bytes === undefined) return { fault: missing(file) };
  try {
    return { content: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { fault: { file, at: null, message: 'is not JSON in UTF-8', remedy: 'Build the package again.' } };
  }
}

function missing(file: string): PackageFault {
  return { file, at: null, message: 'is missing', remedy: 'Put it beside manifest.json in the package.' };
}
