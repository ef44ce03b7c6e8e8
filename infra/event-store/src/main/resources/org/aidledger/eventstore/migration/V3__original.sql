-- A row where events are kept elsewhere, and the table of events is a copy of them; it says where. Nothing may be appended
-- here then but by copying.
create table original (
    single boolean     primary key default true check (single),
    store  text        not null,
    since  timestamptz not null default now()
);
