-- When names and words were taken out of a case, so that each is done once and found quickly.
alter table cases add column words_removed_at timestamptz;
create index cases_to_weed on cases (updated_at)
where words_removed_at is null and state in ('resolved', 'closed', 'cancelled');
-- Rows lie in the order of their times: such an index is tiny and costs a write next to nothing.
create index deliveries_created on deliveries using brin (created_at);
create index changes_at on changes using brin (at);
