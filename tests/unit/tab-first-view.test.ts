import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTab } from '../support/built-tab.ts';

type Chunk = { file: string; css?: string[]; imports?: string[] };

const limit = 350_000;

describe('what the tab loads before its first view', () => {
  let folder = '';
  let chunks: Record<string, Chunk>;

  beforeAll(async () => {
    folder = await buildTab();
    chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  });

  /** The chunk of a source and all that it imports at once. */
  function filesOf(source: string, seen = new Set<string>()): Set<string> {
    const chunk = chunks[source];
    if (chunk === undefined) throw new Error(`${source} is not built`);
    if (seen.has(chunk.file)) return seen;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
    for (const name of chunk.imports ?? []) filesOf(name, seen);
    return seen;
  }
  const read = (file: string) => readFileSync(join(folder, file));
  /** In Teams: the shell, teams-js and the list of notes. */
  const firstView = () =>
    ['index.html', 'host/teams-host.ts', 'views/notes/notes-view.tsx'].reduce(
      (seen, source) => filesOf(source, seen),
      new Set<string>(),
    );

  it('is under 350 kB gzip', () => {
    const bytes = [...firstView()].reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(limit);
  });

  it('holds neither zod nor Markdown nor the card renderer', () => {
    const text = [...firstView()].map((file) => read(file).toString()).join('');
    expect(text).toContain('vaktis:draft');
    for (const heavy of ['ZodError', 'Unterminated string', 'AdaptiveCard'])
      expect(text).not.toContain(heavy);
    expect(text).not.toContain('html_inline');
  });

  it('fetches nothing from elsewhere', () => {
    const page = read('index.html').toString();
    expect(page.match(/(?:src|href)="([^"]+)"/g)).not.toHaveLength(0);
    for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(address).toMatch(/^(\/tab\/|data:,)/);
  });
});
