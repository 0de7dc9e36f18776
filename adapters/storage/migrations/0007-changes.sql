-- Every change of anything of the desk: what an editor can read back, compare with and restore.
create table changes (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  -- The desk's revision that the change made, which is the item's version since.
  revision bigint not null,
  kind text not null,
  item_id text not null,
  -- Null: nobody in particular (an import).
  by_upn text,
  way text not null,
  -- The item's data; null: it was not there, or is not there any more.
  before jsonb,
  after jsonb
);
create index changes_item on changes (kind, item_id, seq);

-- What somebody typed into a note and has not saved.
create table note_drafts (
  note_id text not null,
  person_upn text not null,
  -- The version that it began from; 0: the note does not exist yet.
  based_on bigint not null,
  content jsonb not null,
  at timestamptz not null,
  primary key (note_id, person_upn)
);
create index note_drafts_person on note_drafts (person_upn, at);
