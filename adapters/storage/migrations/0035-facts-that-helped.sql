-- What came back is looked for among the talks at the same site that ended well.
create index case_facts_helped on case_facts (site_id, category, at) where helped and not came_back;
