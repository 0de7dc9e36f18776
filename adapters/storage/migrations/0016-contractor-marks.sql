-- How far a contractor's news has been heard, in the connector's own form.
create table contractor_marks (
  contractor_id text primary key,
  mark text not null
);
