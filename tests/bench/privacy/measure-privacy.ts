import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { commandOn } from '../../support/command-line.ts';
import { startPostgres } from '../../support/embedded-postgres.ts';
import { postgresCpu } from '../../support/postgres-cpu.ts';
import { createTestLog, makeFolder } from '../../support/storage.ts';
import { demoFolder } from '../../support/talk.ts';
import { storeSomeYears } from '../insights/grow-history.ts';

/**
 * How long it takes to write ended cases for the archive, and to erase one person beside them, on Postgres, as the
 * commands do. `npm run bench:privacy`: 50,000 cases; `-- --short`: 2,000; `--cases`, `--seed`. Ends with 1 when either
 * takes a minute or 500 MB.
 */
const { values } = parseArgs({
  options: { short: { type: 'boolean' }, cases: { type: 'string' }, seed: { type: 'string' } },
});
const wanted = Number(values.cases ?? (values.short ? 2_000 : 50_000));
const seed = Number(values.seed ?? 7);
const mostSeconds = 60;
const mostMegabytes = 500;
/** Of the years that are made: one of 96 who report. */
const person = 'p0x1@desk.example';
/** As chats go: who it is stands in the case, and more than one thing was said. */
const talkedLonger = `update cases set data = jsonb_set(jsonb_set(data, '{packet,requester}',
    jsonb_build_object('upn', people[1], 'name', 'Nils ' || people[1], 'title', 'lärare', 'phone', null)),
    '{packet,dialogue}', (select jsonb_agg(said) from generate_series(1, 8), jsonb_array_elements(data->'packet'->'dialogue') said))`;
const vaktis = join(import.meta.dirname, '../../../bot/cli/main.ts');
const say = (line: string) => process.stdout.write(`${line}\n`);
const failed: string[] = [];

const postgres = await startPostgres();
if ('reason' in postgres) throw new Error(`no Postgres here: ${postgres.reason}`);
const folder = await makeFolder();
const url = await postgres.createDatabase();
const opened = await openStorage({ kind: 'server', url }, createTestLog());
try {
  await run(opened);
} finally {
  await opened.close();
  await postgres.stop();
  await rm(join(folder.path, 'arkiv'), { recursive: true, force: true });
  await folder.remove();
}
say(
  failed.length === 0
    ? `Kept: each under ${mostSeconds} s and ${mostMegabytes} MB. Seed ${seed}.`
    : `BROKEN: ${failed.join(', ')}. Seed ${seed}.`,
);
// The engine's own handler of exits would make a code that is only set a 0.
process.exit(failed.length === 0 ? 0 : 1);

async function run({ database }: OpenStorage): Promise<void> {
  await commandOn(opened, { cwd: folder.path, lines: [] }, ['import', demoFolder]);
  await storeSomeYears(opened, [seed]);
  await growCases(wanted);
  await database.query('vacuum analyze');
  const [{ cases, events } = {}] = await database
    .query(`select (select count(*) from cases) as cases, (select count(*) from case_events) as events`)
    .then(({ rows }) => rows.map((row) => ({ ...Object(row) })));
  say(`${cases} cases with ${events} events`);
  await measure('archive of all', ['archive', 'arkiv', '--from', '2000-01-01', '--to', '2030-01-01']);
  await measure('erasing one of 96 people', ['erase', person, '--yes']);
}

/** Ended, spread over ten years, with the history and the offers of those that they are copies of. */
async function growCases(most: number): Promise<void> {
  const { database } = opened;
  await database.query(`delete from cases where state not in ('closed', 'cancelled')`);
  await database.query(talkedLonger);
  const { rows } = await database.query('select count(*)::int as count from cases');
  const known = Number(Object(rows[0]).count);
  for (let k = 1; k < Math.ceil(most / known); k += 1) {
    const ago = `make_interval(days => ${(k * 37) % 3650})`;
    await database.query(`insert into cases (id, number, version, state, category, site_id, urgency, people, assigned_upn,
        created_at, updated_at, data)
      select '${k}x' || id, '${k}x' || number, version, state, category, site_id, urgency, people, assigned_upn,
        created_at - ${ago}, updated_at - ${ago}, data from cases where id not like '%x%'`);
    await database.query(`insert into case_events (case_id, at, kind, actor, data)
      select '${k}x' || case_id, at - ${ago}, kind, actor, data from case_events where case_id not like '%x%'`);
    await database.query(`insert into offers (id, case_id, to_kind, to_id, status, offered_at, answered_at)
      select '${k}x' || id, '${k}x' || case_id, to_kind, to_id, status, offered_at - ${ago}, answered_at - ${ago}
      from offers where case_id not like '%x%'`);
  }
}

/** Seconds by the clock and of the processors, the command's and Postgres', and the most memory that the command had. */
async function measure(what: string, argv: readonly string[]): Promise<void> {
  const [began, used] = [performance.now(), await postgresUsed()];
  const child = spawn(process.execPath, [vaktis, 'privacy', ...argv], {
    cwd: folder.path,
    env: { ...process.env, DATABASE_URL: url, NODE_NO_WARNINGS: '1' },
  });
  let said = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  child.stderr.on('data', (part) => {
    said += String(part);
  });
  let [megabytes, own] = [0, 0];
  const watch = setInterval(async () => {
    megabytes = Math.max(megabytes, await mostMemory(child.pid));
    own = Math.max(own, await processorSeconds(child.pid));
  }, 50);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1_000;
  const cpu = own + (await postgresUsed()) - used;
  // On a machine that others use the clock tells of them.
  const isSlow = Math.min(seconds, cpu) > mostSeconds;
  if (code !== 0) failed.push(`${what} ended with ${code}: ${said}`);
  if (isSlow || megabytes > mostMegabytes) failed.push(what);
  say(
    `${isSlow ? 'SLOW' : 'ok  '} ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${Math.round(megabytes)} MB  ${what}`,
  );
  say(`  ${said.split('\n').slice(0, 2).join(' ').replaceAll(/\s+/g, ' ')}`);
}

async function postgresUsed(): Promise<number> {
  return 'reason' in postgres ? 0 : ((await postgresCpu(postgres.folder)) ?? 0) / 1_000;
}

/** 0 where there is no /proc, and once it has ended. */
async function mostMemory(pid = 0): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_000;
}

async function processorSeconds(pid = 0): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}
