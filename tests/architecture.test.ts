import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/**
 * The floors, as bot/README.md draws them. A file imports from its own room and from the rooms named here, and
 * nothing else. The longest matching prefix is a file's room.
 */
const ground = [
  'bot/lanes.ts',
  'bot/trail.ts',
  'bot/desk',
  'knowledge/note',
  'bot/i18n',
  'bot/reply',
  'bot/errors.ts',
];
const notes = [
  'knowledge/search',
  'knowledge/review',
  'knowledge/review.ts',
  'knowledge/desk-folder',
  ...ground,
];
const judgement = ['bot/triage', ...notes];
const cases = ['bot/handoff', 'bot/answers', 'bot/model', ...judgement];
const flow = ['bot/conversation', 'bot/jobs', 'bot/insights', 'bot/privacy', ...cases];

const floors: Record<string, readonly string[] | 'everything'> = {
  'bot/main.ts': 'everything',
  'bot/serve.ts': 'everything',
  'bot/open-desk-storage.ts': 'everything',
  'bot/open-model.ts': 'everything',
  'bot/cli': 'everything',
  'bot/app.ts': [
    'bot/in-machine-time.ts',
    'bot/remember-desk.ts',
    'bot/demo-simulator.ts',
    'bot/around-editors.ts',
    'bot/open-channel.ts',
    'bot/open-background.ts',
    'bot/open-crowd.ts',
    'bot/run-between-others.ts',
    'bot/sent-by-writer.ts',
    'bot/with-model.ts',
    'bot/web',
    'bot/channels',
    'bot/logger.ts',
    'bot/config.ts',
    'bot/observe',
    ...flow,
  ],
  'bot/with-model.ts': flow,
  'bot/observe': ['bot/logger.ts', ...flow],
  'bot/compile-cache.mjs': [],
  'bot/remember-desk.ts': ['bot/triage'],
  'bot/around-editors.ts': ['bot/app.ts', 'bot/web', 'bot/remember-desk.ts', ...flow],
  'bot/open-crowd.ts': ['bot/app.ts', 'bot/web', 'bot/channels', 'bot/remember-desk.ts', ...flow],
  'bot/open-background.ts': [
    'bot/app.ts',
    'bot/observe',
    'bot/remember-desk.ts',
    'bot/with-model.ts',
    ...flow,
  ],
  'bot/open-channel.ts': ['bot/app.ts', 'bot/web', 'bot/channels', 'bot/remember-desk.ts', ...flow],
  'bot/demo-simulator.ts': ['bot/app.ts', 'bot/channels', 'bot/remember-desk.ts'],
  'bot/run-between-others.ts': [],
  'bot/read-disk-free.ts': [],
  'bot/clock.ts': ['bot/app.ts'],
  'bot/stop-when-asked.ts': ['bot/logger.ts'],
  'bot/console-to-log.ts': ['bot/logger.ts'],
  'bot/in-machine-time.ts': ['bot/app.ts', 'bot/conversation'],
  'bot/read-contractor-states.ts': ['bot/web', 'bot/handoff', 'bot/triage'],
  'bot/sent-by-writer.ts': ['bot/conversation'],
  'bot/config.ts': ['bot/settings'],
  'bot/settings': ['bot/desk/category.ts'],
  'bot/logger.ts': ['bot/trail.ts'],
  'bot/web': [
    'bot/web/api/contract',
    'bot/channels',
    'bot/observe',
    'bot/logger.ts',
    'bot/settings',
    'knowledge/review',
    'knowledge/desk-folder',
    ...flow,
  ],
  'bot/web/api/contract': ['bot/desk'],
  'knowledge/tab': ['bot/web/api/contract', 'bot/i18n', 'bot/desk'],
  'bot/channels/teams': ['bot/channels/text', 'bot/logger.ts', ...flow],
  'bot/channels/simulator': ['bot/channels/text', 'bot/logger.ts', ...flow],
  'bot/channels/text': flow,
  adapters: [
    'bot/observe',
    'bot/insights',
    'bot/settings',
    'bot/conversation',
    'bot/privacy',
    'bot/logger.ts',
    'knowledge/review',
    ...cases,
  ],
  'adapters/entra': [],
  'adapters/tracing': ['bot/observe', 'bot/settings'],
  'adapters/people': ['adapters/entra', 'knowledge/desk-folder', 'bot/errors.ts'],
  'bot/conversation': ['bot/answers', 'bot/handoff', 'bot/model', ...judgement],
  'bot/jobs': ['bot/insights', 'bot/logger.ts', 'bot/privacy', ...cases],
  'bot/insights': ['bot/conversation', ...cases],
  'bot/privacy': ['bot/handoff', ...ground],
  'bot/handoff': ['bot/answers', ...judgement],
  'bot/answers': judgement,
  'bot/model': judgement,
  'bot/triage': ['knowledge/search', ...ground],
  'knowledge/search': ['bot/desk', 'knowledge/note'],
  'knowledge/review': ['knowledge/search', 'bot/desk', 'bot/errors.ts', 'knowledge/note'],
  'knowledge/desk-folder': ['bot/desk', 'bot/errors.ts', 'knowledge/note'],
  'knowledge/note': ['bot/desk'],
  'bot/desk': ['bot/errors.ts'],
  'bot/i18n': ['bot/desk', 'bot/reply'],
  'bot/reply': ['bot/desk'],
  'bot/errors.ts': [],
  'bot/lanes.ts': [],
  'bot/trail.ts': [],
};

const sources = ['bot', 'knowledge', 'adapters']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file));

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The repository path that an import names; null for a package. */
function resolveImport(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return null;
  return relative(root, resolve(root, dirname(file), specifier));
}

function roomOf(file: string): string | null {
  const rooms = Object.keys(floors).filter(
    (room) => file === room || file.startsWith(`${room}/`) || isNoteFile(file, room),
  );
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** knowledge/note.ts, note-body.ts, note-life.ts are one room. */
function isNoteFile(file: string, room: string): boolean {
  return room === 'knowledge/note' && /^knowledge\/note(-[a-z-]+)?\.ts$/.test(file);
}

function mayImport(from: string, to: string): boolean {
  const room = roomOf(from);
  if (room === null) return false;
  const allowed = floors[room] ?? [];
  if (allowed === 'everything') return true;
  const target = roomOf(to);
  return (
    target === room ||
    allowed.some((name) => to === name || to.startsWith(`${name}/`) || isNoteFile(to, name))
  );
}

describe('the floors of the house', () => {
  it('finds the sources and their imports at all', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(importsOf('bot/conversation/receive-message.ts')).toContain('#bot/reply/reply.ts');
  });

  it('gives every source file a room', () => {
    expect(sources.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  it('lets a file import only along the arrows', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .map((specifier) => resolveImport(file, specifier))
        .filter((to): to is string => to !== null && !mayImport(file, to))
        .map((to) => `${file} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('sees a wrong import when there is one', () => {
    expect(mayImport('bot/triage/decide.ts', 'bot/conversation/receive-message.ts')).toBe(false);
    expect(mayImport('bot/channels/teams/teams-channel.ts', 'adapters/storage/connect.ts')).toBe(false);
  });

  it('keeps the bot SDK in one folder', () => {
    const outside = sources.filter(
      (file) =>
        !file.startsWith('bot/channels/teams/') &&
        importsOf(file).some((name) => /^bot(builder|framework)/.test(name)),
    );
    expect(outside).toEqual([]);
  });

  it('reads the environment in one file', () => {
    const readers = sources.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers.filter((file) => file !== 'bot/config.ts')).toEqual([]);
  });

  it('keeps every file under 300 lines', () => {
    const long = sources.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it.each(['bot/desk', 'bot/triage', 'knowledge/search'])(
    'keeps %s pure: no clock, disk, network or chance',
    (folder) => {
      const impure =
        /\bDate\.now\(|\bnew Date\(\s*\)|Math\.random\(|from 'node:(fs|http|net|crypto|child_process)|\bfetch\(/;
      const wrong = sources.filter(
        (file) => file.startsWith(`${folder}/`) && impure.test(readFileSync(join(root, file), 'utf8')),
      );
      expect(wrong).toEqual([]);
    },
  );
});
