import { deflateSync } from 'node:zlib';
import {
  type BuiltManifest,
  buildManifest,
  type ManifestInput,
} from '#bot/cli/app-package/build-manifest.ts';
import { checkPackage } from '#bot/cli/app-package/check-package.ts';
import { loadSchemas } from '#bot/cli/app-package/check-schema.ts';
import type { PackageFault, PackageFiles } from '#bot/cli/app-package/fault.ts';
import { packFiles } from '#bot/cli/app-package/pack.ts';
import { readPackageSources } from '#bot/cli/app-package/sources.ts';
import type { PackageSettings } from '#bot/config.ts';

export const sources = await readPackageSources();
const schemas = await loadSchemas();

export const settings: PackageSettings = {
  appId: '11111111-2222-4333-8444-555555555555',
  publicUrl: 'https://vaktis.ekbacken.se',
  developer: { name: null, websiteUrl: null, privacyUrl: null, termsOfUseUrl: null },
};

export function build(changes: Partial<ManifestInput> = {}): BuiltManifest {
  return buildManifest({ sources, settings, desk: null, version: '1.2.3', ...changes });
}

export function pack(changes: Partial<ManifestInput> = {}): PackageFiles {
  return packFiles(build(changes), sources.icons);
}

/** The faults as a person reads them: `file at: message`. */
export function faultsOf(files: PackageFiles): string[] {
  return checkPackage(files, schemas).map(({ file, at, message }) => `${file} ${at}: ${message}`);
}

export function faults(files: PackageFiles): PackageFault[] {
  return checkPackage(files, schemas);
}

export function jsonOf(files: PackageFiles, file: string): unknown {
  return JSON.parse(new TextDecoder().decode(files[file]));
}

/** The files with one sentence, list or object of a JSON file replaced; `undefined` takes it away. */
export function withChange(
  files: PackageFiles,
  file: string,
  path: readonly (string | number)[],
  value: unknown,
): PackageFiles {
  const changed = replace(jsonOf(files, file), path, value);
  return { ...files, [file]: new TextEncoder().encode(JSON.stringify(changed)) };
}

function replace(content: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(content)) {
    return content.map((item, index) => (index === step ? replace(item, rest, value) : item));
  }
  const object: Record<string, unknown> = { ...(typeof content === 'object' ? content : {}) };
  return { ...object, [step]: replace(object[step], rest, value) };
}

type Paint = (x: number, y: number) => readonly [number, number, number, number];

/** A PNG with the same filter on every row, so that each of the five can be tried. */
export function makePng(width: number, height: number, paint: Paint, filter: 0 | 1 | 2 = 0): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Array.from({ length: width }, (_pixel, x) => paint(x, y)).flat();
    const above = Array.from({ length: width }, (_pixel, x) =>
      y > 0 ? paint(x, y - 1) : [0, 0, 0, 0],
    ).flat();
    const predicted = [() => 0, (i: number) => row[i - 4] ?? 0, (i: number) => above[i] ?? 0][filter];
    return [filter, ...row.map((byte, i) => (byte - (predicted?.(i) ?? 0)) & 255)];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const image = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Without a true checksum: no reader here asks for it. */
function chunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
}
