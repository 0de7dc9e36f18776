import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  // The demo's notes are a desk's, not ours to read as documents.
  .filter((file) => file !== '' && !file.startsWith('knowledge/demo/') && existsSync(join(root, file)));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** Without what is shown as an example of Markdown. */
const prose = (file: string) => read(file).replaceAll(/^```(?:md|markdown)[\s\S]*?^```/gm, '');

function linksOf(file: string): string[] {
  const inText = [...prose(file).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  return inText
    .filter((link) => !/^(?:https?:|mailto:|#)/.test(link))
    .map((link) => link.replace(/#.*$/, ''));
}

describe('what is written for people', () => {
  it('is found at all', () => {
    expect(documents).toContain('README.md');
    expect(linksOf('README.md').length).toBeGreaterThan(10);
  });

  it('links only to what is there', () => {
    const lost = documents.flatMap((file) =>
      linksOf(file)
        .filter((link) => !existsSync(resolve(root, dirname(file), decodeURIComponent(link))))
        .map((link) => `${file} → ${link}`),
    );
    expect(lost).toEqual([]);
  });

  it('names only commands that there are', () => {
    const unknown = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run (?:-s )?([a-z][a-z:-]*[a-z])/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in scripts))
        .map((name) => `${file}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('tells of every command that is for people', () => {
    const told = documents.map(read).join('\n');
    const hooks = ['prepare', 'prestart'];
    const untold = Object.keys(scripts).filter(
      (name) =>
        !hooks.includes(name) && !['start', 'test'].includes(name) && !told.includes(`npm run ${name}`),
    );
    expect(untold.filter((name) => !told.includes(`npm run -s ${name}`))).toEqual([]);
  });
});
