import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Lock } from './find-unfit.ts';

// `npm run -s sbom > vaktis.cdx.json`: what is installed where Vaktis runs, as CycloneDX. From the lock, without the network.
const root = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

const Bom = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** `--omit=dev` leaves out what development needs too (npm 11.19: pg, nodemailer), so npm lists all and we leave out. */
const all = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
const bom = Bom.parse(
  JSON.parse(
    execFileSync('npm', all, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ),
);

const { packages } = Lock.parse(read('package-lock.json'));
const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(read('package.json'));
const installed = new Set(
  Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, entry]) => `${path.split('node_modules/').at(-1)}@${entry.version ?? ''}`),
);
const own = `${name}@${version}`;
const isKept = (ref: string) => ref === own || installed.has(ref);

const components = bom.components.filter((part) => isKept(`${part.name}@${part.version}`));
const refs = new Set([own, ...components.map((part) => part['bom-ref'])]);
const kept = {
  ...bom,
  // npm names it after the folder that it lies in.
  metadata: { ...bom.metadata, component: { ...bom.metadata.component, name } },
  components,
  dependencies: bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)) })),
};
process.stdout.write(`${JSON.stringify(kept, null, 2)}\n`);
