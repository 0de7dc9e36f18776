-- Every turn looks up its person's cases. With a list of what is not yet in the index's tree each look reads that whole list:
-- at 10,000 cases four times as long as without, on the embedded engine, which nobody tidies up, for ever.
alter index cases_people set (fastupdate = off);
select gin_clean_pending_list('cases_people');
