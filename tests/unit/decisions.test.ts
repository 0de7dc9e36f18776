import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = [
  ...readdirSync(join(root, 'bot/decisions')).map((name) => `bot/decisions/${name}`),
  ...['README.md', 'UPGRADING.md', 'runbooks.md'].map((name) => `deploy/${name}`),
];

describe('the way out of the archived SDK', () => {
  const page = read('bot/decisions/1-archived-bot-sdk.md');
  const usesIt = /from '(botbuilder|botframework)[\w/.-]*'/;

  it('names every file of the channel that a move would touch', () => {
    const touched = readdirSync(join(root, 'bot/channels/teams'))
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => usesIt.test(read(`bot/channels/teams/${name}`)));
    expect(touched.length).toBeGreaterThan(5);
    expect(touched.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('links', () => {
  it.each(pages)('in %s lead somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(#[^)]*)?\)/g)];
    const wrong = links.filter(
      ([, path = '']) => path !== '' && !existsSync(join(root, dirname(page), path)),
    );
    expect(wrong.map(([link]) => link)).toEqual([]);
    const headings = [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const anchors = links.filter(([, path = '']) => path === '').map(([, , anchor = '']) => anchor.slice(1));
    expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });
});
