-- Which process has a contractor's line, and since when by the database's own clock: when it dies the others take over at once.
alter table contractor_lines add column held_process text;
alter table contractor_lines add column held_at timestamptz;
