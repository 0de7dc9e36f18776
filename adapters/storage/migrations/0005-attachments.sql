-- Screenshots and files that people sent, fetched from the channel while it still has them.
create table attachments (
  id text primary key,
  at timestamptz not null,
  name text not null,
  content_type text not null,
  size integer not null,
  bytes bytea not null
);
create index attachments_at on attachments (at);
