-- Who looked and who changed: rows are added and never changed, each with the hash of the one before. People are in it
-- under a pseudonym, which only their key makes; without the key the log says that somebody did something.
create table pseudonym_keys (
  person text primary key,
  key bytea not null
);
create table audit_log (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  thing text,
  about text,
  data jsonb not null,
  before text not null,
  hash text not null
);
create index audit_log_actor on audit_log (actor, seq);
-- Where the chain begins (after rows whose time was up) and ends, so that a removed row shows at either end.
create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash text not null,
  from_seq bigint not null,
  from_hash text not null
);
insert into audit_head (seq, hash, from_seq, from_hash) values (0, '', 0, '');

-- What a row's hash is made of; whoever verifies writes the same.
create function audit_text(before text, seq bigint, at timestamptz, actor text, action text, thing text, about text, data jsonb)
returns text language sql stable as $$
  select jsonb_build_array(before, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, action,
    thing, about, data)::text
$$;

create function pseudonym_of(whose text) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  k bytea;
begin
  if whose is null or whose in ('vaktis', 'console') then
    return whose;
  end if;
  insert into pseudonym_keys (person, key)
  values (whose, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
  on conflict do nothing;
  select key into k from pseudonym_keys where person = whose;
  return 'p-' || left(encode(sha256(k || sha256(k || convert_to(whose, 'UTF8'))), 'hex'), 20);
end $$;

-- Whoever looks for somebody who is forgotten brings nothing back.
create function known_pseudonym(whose text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select 'p-' || left(encode(sha256(key || sha256(key || convert_to(person, 'UTF8'))), 'hex'), 20)
  from pseudonym_keys where person = whose
  union all select whose where whose in ('vaktis', 'console')
$$;

-- The only way to write. One writer at a time, until its commit: the chain has no forks.
create function audit_append(by_person text, what text, which text, of_person text, facts jsonb)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  row audit_log;
begin
  row.actor := pseudonym_of(by_person);
  row.about := pseudonym_of(of_person);
  select * into strict head from audit_head for update;
  row.seq := head.seq + 1;
  row.at := clock_timestamp();
  row.action := what;
  row.thing := which;
  row.data := coalesce(facts, '{}');
  row.before := head.hash;
  row.hash := encode(sha256(convert_to(audit_text(row.before, row.seq, row.at, row.actor, row.action, row.thing,
    row.about, row.data), 'UTF8')), 'hex');
  insert into audit_log values (row.*);
  update audit_head set seq = row.seq, hash = row.hash;
  return row.seq;
end $$;

-- Rows older than a year may go, from the beginning and without a gap; that they went is a row itself.
create function audit_trim(older_than timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  last audit_log;
begin
  if older_than > clock_timestamp() - interval '364 days' then
    raise exception 'The log is kept for a year at least.';
  end if;
  select * into strict head from audit_head for update;
  select * into last from audit_log
  where seq < coalesce((select min(seq) from audit_log where at >= older_than), head.seq) order by seq desc limit 1;
  if not found then
    return 0;
  end if;
  update audit_head set from_seq = last.seq, from_hash = last.hash;
  delete from audit_log where seq <= last.seq;
  perform audit_append('vaktis', 'log-trimmed', null, null, jsonb_build_object('through', last.seq, 'hash', last.hash));
  return last.seq - head.from_seq;
end $$;

-- What was written under this person's pseudonym can be traced to nobody any more.
create function forget_pseudonym(whose text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from pseudonym_keys where person = whose;
  return found;
end $$;

create function audit_refuse() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.seq <= (select from_seq from audit_head) then
    return old;
  end if;
  raise exception 'The log is append-only.';
end $$;
create trigger audit_append_only before update or delete on audit_log for each row execute function audit_refuse();

-- What is written by many ways is logged where it is written.
create function audit_secret_fact() returns trigger language plpgsql as $$
begin
  perform audit_append(new.actor, 'secret-fact-shown', 'case ' || new.case_id, null,
    jsonb_build_object('fact', new.data->>'name'));
  return null;
end $$;
create trigger audit_secret_fact after insert on case_events for each row
when (new.kind = 'secret-fact-shown') execute function audit_secret_fact();

create function audit_desk_change() returns trigger language plpgsql as $$
begin
  if new.kind = 'person' then
    perform audit_append(coalesce(new.by_upn, 'console'), 'roles-changed', null, new.item_id, jsonb_build_object(
      'change', new.seq, 'way', new.way, 'from', new.before->'roles', 'to', new.after->'roles',
      'editsFrom', new.before->'edits', 'editsTo', new.after->'edits'));
  elsif new.kind = 'technician' then
    perform audit_append(coalesce(new.by_upn, 'console'), 'rota-changed', null, new.item_id,
      jsonb_build_object('change', new.seq, 'way', new.way));
  else
    perform audit_append(coalesce(new.by_upn, 'console'), 'settings-changed', 'desk', null, jsonb_build_object(
      'change', new.seq, 'way', new.way,
      'matrix', new.before->'responsibility' is distinct from new.after->'responsibility'));
  end if;
  return null;
end $$;
create trigger audit_desk_change after insert on changes for each row
when (new.kind in ('settings', 'technician') or (new.kind = 'person' and (
  coalesce(new.before->'roles', '["staff"]') is distinct from coalesce(new.after->'roles', '["staff"]')
  or coalesce(new.before->'edits', 'null') is distinct from coalesce(new.after->'edits', 'null'))))
execute function audit_desk_change();

create function audit_rota_change() returns trigger language plpgsql as $$
begin
  perform audit_append(new.by_upn, 'rota-changed', null, new.technician_upn, jsonb_build_object('rotaChange', new.seq));
  return null;
end $$;
create trigger audit_rota_change after insert on rota_changes for each row execute function audit_rota_change();
