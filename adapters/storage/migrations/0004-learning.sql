-- What people said of a note can be taken back; what they had asked becomes a suggestion to its editor.
alter table note_outcomes add column undone_at timestamptz;

-- The newest lesson is asked for with every message.
create index note_outcomes_lessons on note_outcomes (seq)
  where outcome in ('solved', 'not-solved') and text is not null;

create table symptom_suggestions (
  id bigint generated always as identity primary key,
  note_id text not null,
  -- The wording's telling words: what is said in another order, or inflected, is the same suggestion.
  key text not null,
  wording text not null,
  people text[] not null,
  status text not null default 'open',
  first_at timestamptz not null,
  last_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  unique (note_id, key)
);

-- What a model made of a text, by the text's hash: made once, whatever happens on the way.
create table note_vectors (
  model text not null,
  hash text not null,
  vector bytea not null,
  primary key (model, hash)
);
