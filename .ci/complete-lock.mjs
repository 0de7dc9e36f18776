// Completes package-lock.json with the optional binaries of other platforms (run by `npm run lock` after each
// change of dependencies). A lock file made where a registry serves only its own platform's binaries lacks the
// others; `npm ci` then refuses it, and a Mac would miss its own. Names such as `cli-darwin-arm64` carry the
// os and cpu that npm needs to skip or choose them; npm fills in the integrity when it first downloads one.
import { readFileSync, writeFileSync } from 'node:fs';

const lockFile = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'windows',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const words = name.split('/').pop().split('-');
    const os = systems.find((system) => words.includes(system));
    const cpu = processors.find((processor) => words.includes(processor));
    const present = Object.keys(lock.packages).some(
      (known) => known === `node_modules/${name}` || known.endsWith(`/node_modules/${name}`),
    );
    if (present || os === undefined || cpu === undefined) continue;
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[^\d]*/, ''),
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(words.includes('linux') ? { libc: [words.includes('musl') ? 'musl' : 'glibc'] } : {}),
      license: entry.license,
      optional: true,
      os: [os === 'windows' ? 'win32' : os],
    };
    added += 1;
    process.stdout.write(`added ${name} (for ${path.replace('node_modules/', '')})\n`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(added === 0 ? 'the lock file was complete\n' : `${added} added\n`);
