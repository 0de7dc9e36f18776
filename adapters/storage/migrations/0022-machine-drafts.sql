-- What a language model wrote for editors to read: drafts of notes, titles of questions alike. Marked with what made it.
create table machine_drafts (
  kind text not null,
  item_id text not null,
  at timestamptz not null,
  model text not null,
  prompt text not null,
  title text not null,
  symptoms jsonb not null,
  steps jsonb not null,
  primary key (kind, item_id)
);
create index machine_drafts_at on machine_drafts (at);
