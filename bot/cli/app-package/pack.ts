import type { BuiltManifest } from './build-manifest.ts';
import type { PackageFiles } from './fault.ts';

/** The files of the package as they stand in the zip; JSON with two spaces, since people look into it. */
export function packFiles(built: BuiltManifest, icons: PackageFiles): PackageFiles {
  const json = (content: unknown) => new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  const languages = Object.entries(built.languageFiles).map(([file, keys]) => [file, json(keys)] as const);
  return { 'manifest.json': json(built.manifest), ...icons, ...Object.fromEntries(languages) };
}
