import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { type DoctorCheck, type Finding, fault, off, ok, warning } from './check.ts';
import { tabResource } from './entra-checks.ts';
import type { DoctorWorld } from './world.ts';

const usualFile = 'vaktis-teams.zip';
const Manifest = z.object({
  version: z.string(),
  bots: z.array(z.object({ botId: z.string() })).default([]),
  validDomains: z.array(z.string()).default([]),
  webApplicationInfo: z.object({ resource: z.string().optional() }).optional(),
});
type Manifest = z.infer<typeof Manifest>;

/** The package that was uploaded against the settings that the server runs with. */
export function packageCheck(world: DoctorWorld): DoctorCheck {
  return { id: 'package', name: world.words.names.package, run: () => look(world) };
}

async function look(world: DoctorWorld): Promise<Finding> {
  const { words, cwd, packageFile, config } = world;
  const path = resolve(cwd, packageFile ?? usualFile);
  const file = basename(path);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    return packageFile === null ? off(words.noPackage(file)) : fault(words.packageUnreadable(file));
  }
  const manifest = readManifest(bytes);
  if (manifest === null) return fault(words.packageUnreadable(file));
  if (config.credentials === null) return off(words.noRegistration);
  if (config.publicUrl === null) return warning(words.noPublicUrl);
  return compare(world, manifest, { file, appId: config.credentials.appId, publicUrl: config.publicUrl });
}

function readManifest(bytes: Uint8Array): Manifest | null {
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => name === 'manifest.json' });
    const text = files['manifest.json'];
    return text === undefined ? null : Manifest.parse(JSON.parse(strFromU8(text)));
  } catch {
    return null;
  }
}

function compare(
  { words }: Pick<DoctorWorld, 'words'>,
  { bots, validDomains, webApplicationInfo, version }: Manifest,
  ours: { readonly file: string; readonly appId: string; readonly publicUrl: string },
): Finding {
  if (bots.some(({ botId }) => botId.toLowerCase() !== ours.appId.toLowerCase())) {
    return fault(words.packageApp);
  }
  const { host } = new URL(ours.publicUrl);
  if (!validDomains.includes(host)) return fault(words.packageDomain(validDomains.join(', '), host));
  const resource = tabResource(ours.publicUrl, ours.appId);
  const theirs = webApplicationInfo?.resource;
  if (theirs !== undefined && theirs !== resource) return fault(words.packageResource(theirs, resource));
  return ok(words.packageOk(ours.file, version));
}
