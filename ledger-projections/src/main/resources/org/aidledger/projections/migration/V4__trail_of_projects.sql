-- Finds what concerns a project without reading all of its fund. What was added last waits in a short list, which every
-- search looks through.
create index trail_projects on trail using gin (projects) with (gin_pending_list_limit = 512);
