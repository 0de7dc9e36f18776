-- Pictures in notes, under the name that notes call them by: a hash of what they hold.
create table note_images (
  name text primary key,
  type text not null,
  bytes bytea not null,
  at timestamptz not null,
  by_upn text
);

-- Random keys that this desk signs with; made once, by whoever needs one first.
create table signing_keys (
  name text primary key,
  value bytea not null
);

-- When a note's owner was last asked whether it is still true.
create table note_reminders (
  note_id text primary key,
  at timestamptz not null,
  to_upn text not null
);
