-- Who solved the same kind of matter at a site before.
create index cases_solved_at on cases (site_id, category, updated_at) where state in ('resolved', 'closed');
