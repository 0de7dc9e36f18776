-- Two roles for one database: whoever migrates owns it, and the server that people talk to owns nothing. It can read and
-- write its tables and can neither change their shape nor write to the log but by adding to it. May be run again, and
-- is run again after each `vaktis migrate`, as the owner:
--
--   DATABASE_URL=postgres://owner@…/vaktis vaktis migrate
--   DATABASE_URL=postgres://owner@…/vaktis vaktis migrate --print-roles | psql postgres://owner@…/vaktis
--   alter role vaktis_app login password '…';     once, by hand: a password is in no file
--
-- Then the server's DATABASE_URL names vaktis_app. Backups, restores and migrations go on as the owner.
do $$
begin
  if not exists (select from pg_roles where rolname = 'vaktis_app') then
    create role vaktis_app nologin nosuperuser nocreatedb nocreaterole noinherit;
  end if;
end $$;

revoke create on schema public from public;
revoke all on all tables in schema public from public;
grant usage on schema public to vaktis_app;
grant select, insert, update, delete on all tables in schema public to vaktis_app;
grant usage, select on all sequences in schema public to vaktis_app;

-- What the next migration makes, until this is run again.
alter default privileges in schema public grant select, insert, update, delete on tables to vaktis_app;
alter default privileges in schema public grant usage, select on sequences to vaktis_app;

-- Nothing of its own is changed by the server: what the schema is, and what the log says.
revoke insert, update, delete, truncate on migrations, audit_log, audit_head, pseudonym_keys from vaktis_app;
revoke select on pseudonym_keys from vaktis_app;
revoke execute on function audit_append(text, text, text, text, jsonb), audit_trim(timestamptz), pseudonym_of(text),
  known_pseudonym(text), forget_pseudonym(text) from public;
grant execute on function audit_append(text, text, text, text, jsonb), audit_trim(timestamptz), pseudonym_of(text),
  known_pseudonym(text), forget_pseudonym(text) to vaktis_app;

-- The queue's own schema; it is made by `vaktis migrate`, and looked after by the server.
grant usage on schema jobs to vaktis_app;
grant select, insert, update, delete on all tables in schema jobs to vaktis_app;
grant usage, select on all sequences in schema jobs to vaktis_app;
grant execute on all functions in schema jobs to vaktis_app;
alter default privileges in schema jobs grant select, insert, update, delete on tables to vaktis_app;
alter default privileges in schema jobs grant execute on functions to vaktis_app;
