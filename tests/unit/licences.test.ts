import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findUnfit, inTab, isFit, Lock, lookedAt } from '../licences/find-unfit.ts';

const root = join(import.meta.dirname, '../..');
const lock = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
const withPackage = (name: string, about: object): Lock =>
  Lock.parse({ packages: { ...lock.packages, [`node_modules/${name}`]: { version: '1.0.0', ...about } } });

describe('the licences of what is passed on', () => {
  it('all go with MIT', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(200);
    expect(findUnfit(lock)).toEqual([]);
  });

  it.each([
    [{ license: 'GPL-3.0-only' }, 'new@1.0.0: GPL-3.0-only'],
    [{ license: 'AGPL-3.0' }, 'new@1.0.0: AGPL-3.0'],
    [{ license: 'SEE LICENSE IN TERMS.md' }, 'new@1.0.0: SEE LICENSE IN TERMS.md'],
    [{}, 'new@1.0.0: no licence'],
  ])('are looked at when a package comes with %j', (about, line) => {
    expect(findUnfit(withPackage('new', about))).toEqual([line]);
    expect(findUnfit(withPackage('new', { ...about, dev: true }))).toEqual([]);
  });

  it('are looked at also for what is built into the tab', () => {
    expect(findUnfit(withPackage('react', { license: 'GPL-2.0', dev: true }))).toEqual([
      'react@1.0.0: GPL-2.0',
    ]);
    for (const name of inTab) expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
  });

  it('are looked at anew when one that was looked at changes', () => {
    expect(findUnfit(withPackage('opening_hours', { license: 'GPL-3.0-only' }))).toHaveLength(1);
    for (const name of Object.keys(lookedAt)) expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
  });

  it('may be chosen where there is a choice', () => {
    expect(isFit('(MIT OR GPL-3.0-or-later)')).toBe(true);
    expect(isFit('(MIT AND Zlib)')).toBe(true);
    expect(isFit('MIT AND GPL-3.0-only')).toBe(false);
  });
});

const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
});

describe('npm run sbom', () => {
  it('lists every production package by its version, and no other', async () => {
    const run = promisify(execFile);
    const { stdout } = await run('npm', ['run', '-s', 'sbom'], { cwd: root, maxBuffer: 20_000_000 });
    const { components } = Bom.parse(JSON.parse(stdout));
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    for (const [name, version] of Object.entries(dependencies))
      expect(listed).toContain(`${name}@${version}`);
    expect([...listed].filter((name) => /^(vitest|axe-core|@biomejs\/biome)@/.test(name))).toEqual([]);
    // Also what others bring along.
    expect([...listed].filter((name) => name.startsWith('pg-protocol@'))).toHaveLength(1);
  });
});
