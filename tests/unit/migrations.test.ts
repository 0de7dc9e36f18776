import { describe, expect, it } from 'vitest';
import { readMigrations, toMigration } from '#adapters/storage/migrate.ts';
import { findHarmful } from '../support/harmful-statements.ts';

const migrations = await readMigrations();

describe('migrations, while an older replica still runs', () => {
  it.each(migrations)('$name only adds, or says why older versions must stop', ({ sql, breaksOlder }) => {
    const harms = breaksOlder == null ? findHarmful(sql) : [];
    expect(harms, 'see "Migrations that an older replica survives" in adapters/storage/README.md').toEqual(
      [],
    );
  });

  it('have numbers of their own', () => {
    expect(new Set(migrations.map(({ number }) => number)).size).toBe(migrations.length);
  });

  it('say by a comment that they break older versions', () => {
    const sql = '-- Breaks older versions: cases.site_id moved\nalter table cases drop column site_id;';
    expect(toMigration('0099-moved.sql', sql)).toMatchObject({
      number: 99,
      breaksOlder: 'cases.site_id moved',
    });
    expect(toMigration('0099-moved.sql', 'select 1;').breaksOlder).toBeNull();
  });

  it.each([
    'alter table cases drop column site_id;',
    'drop table cases;',
    'alter table cases rename column site_id to place;',
    'alter table cases alter column urgency type integer;',
    'alter table cases alter urgency type integer;',
    'alter table cases alter column site_id set not null;',
    'alter table cases add column why text not null;',
    'alter table cases add column a text, add column b text not null;',
    'alter table cases add constraint x check (urgency > 0);',
    'create unique index one on cases (site_id);',
    'delete from cases;',
    'truncate activities;',
    'drop function write_together(jsonb);',
  ])('would be stopped: %s', (sql) => {
    expect(findHarmful(sql)).not.toEqual([]);
  });

  it.each([
    'alter table cases add column why text;',
    "alter table cases add column why text not null default '';",
    'create table more (id text not null); create unique index one on more (id);',
    'create index one on cases (site_id);',
    '-- drop table cases;',
    'create or replace function f() returns void language sql as $$ delete from cases $$;',
  ])('may go on: %s', (sql) => {
    expect(findHarmful(sql)).toEqual([]);
  });
});
