-- A row while this database is being filled from another store, and is no ledger yet.
create table filling (
    single boolean     primary key default true check (single),
    source text        not null,
    since  timestamptz not null default now()
);
