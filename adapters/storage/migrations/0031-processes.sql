-- The processes that serve, each under the name that its connections carry, with the database's time at which it last
-- said that it lives. Whoever says nothing for long, while others can, has died: what it was sending is free at once.
create table processes (
  name text primary key,
  beat_at timestamptz not null,
  -- Since when its beats came without a gap: who was away itself cannot say who else died.
  steady_since timestamptz not null
);

-- Who writes or takes a message to send it. Versions before this one write a name that is in no list: for what they
-- take, the time alone decides, as before.
alter table deliveries add column taken_by text default current_setting('application_name', true);
