-- Whether a version of Vaktis that does not know this migration must not run on the schema any more.
alter table migrations add column breaks_older boolean not null default false;
