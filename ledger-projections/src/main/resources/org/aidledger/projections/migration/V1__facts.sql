-- Facts, each under the position of the event it comes from. Rows are only ever added (heads of the
-- index excepted); what counts at a point in time is found by its two dates. Texts that are absent
-- are empty. A rebuild copies these tables with their indexes, so every key is a unique index; the
-- block range indexes on position, which grows with each row, find what was added last.

-- Position of the last event whose facts are here. Whoever writes changes this row first, whoever
-- reads locks this table first: so writers, readers and a swap of tables take turns.
create table position (
    only_row boolean not null default true check (only_row),
    position bigint  not null
);
create unique index position_key on position (only_row);
insert into position (position) values (-1);

create table fund (
    position    bigint      not null,
    line        int         not null,
    fund        text        not null,
    effective   date        not null,
    recorded    timestamptz not null,
    name        text        not null,
    donor       text        not null,
    recipient   text        not null,
    organisation text        not null,
    fiscal_year int         not null,
    mode        text        not null,
    currency    text        not null,
    scale       int         not null
);
create unique index fund_key on fund (fund, position, line);

create table enrolment (
    position   bigint      not null,
    line       int         not null,
    fund       text        not null,
    effective  date        not null,
    recorded   timestamptz not null,
    project    text        not null,
    name       text        not null,
    category   text        not null,
    place      text        not null,
    channel    text        not null,
    kind       text        not null,
    delivery   text        not null,
    capital    boolean     not null,
    livelihood boolean     not null,
    grassroots boolean     not null,
    enterprise boolean     not null
);
create unique index enrolment_key on enrolment (fund, position, line);

-- By how much an event changes what is planned for a project.
create table plan (
    position   bigint      not null,
    line       int         not null,
    fund       text        not null,
    effective  date        not null,
    recorded   timestamptz not null,
    project    text        not null,
    planned    bigint      not null,
    investment bigint      not null
);
create unique index plan_key on plan (fund, position, line);

create table finding (
    position     bigint      not null,
    line         int         not null,
    fund         text        not null,
    effective    date        not null,
    recorded     timestamptz not null,
    finding      text        not null,
    stage        text        not null,
    actor        text        not null,
    project      text        not null,
    finding_type text        not null,
    amount       text        not null,
    description  text        not null,
    source       text        not null,
    leader       text        not null,
    office       text        not null,
    deadline     text        not null,
    documents    text        not null
);
create unique index finding_key on finding (fund, position, line);

create table breach (
    position   bigint      not null,
    line       int         not null,
    fund       text        not null,
    effective  date        not null,
    recorded   timestamptz not null,
    event_id   text        not null,
    posting_id text        not null,
    code       text        not null,
    subject    text        not null,
    message    text        not null,
    actor      text        not null
);
create unique index breach_key on breach (fund, position, line);

-- One row for each event: what it is found by, and its lines in the journal, packed. What else an
-- event says is read from the event. A bit of measures is set for each measure that a line touches.
create table trail (
    position   bigint      not null,
    measures   bigint      not null,
    recorded   timestamptz not null,
    effective  date        not null,
    fund       text        not null,
    posting_id text        not null,
    event_type text        not null,
    actor      text        not null,
    reverses   text        not null,
    projects   text[]      not null,
    lines      bytea       not null
);
create unique index trail_key on trail (fund, position);
create index trail_effective on trail (fund, effective, position);
create index trail_reverses on trail (fund, reverses) where reverses <> '';
create index trail_position on trail using brin (position);

create table hand_over (
    position   bigint      not null,
    line       int         not null,
    fund       text        not null,
    effective  date        not null,
    recorded   timestamptz not null,
    from_batch text        not null,
    to_batch   text        not null
);
create unique index hand_over_key on hand_over (fund, position, line);

-- The two-axis index; what it holds and why is said by package tally. Packed bytes are kept as they
-- are, and within their rows while these are smaller than a page of the database.
create table tally_head (
    fund           text        not null,
    position       bigint      not null,
    subjects       int         not null,
    leaves         bigint      not null,
    recorded       timestamptz not null,
    first_position bigint      not null,
    first_day      date        not null,
    tail_facts     int         not null,
    tail           bytea       not null
) with (fillfactor = 50);
create unique index tally_head_key on tally_head (fund);

create table tally_subject (
    fund     text   not null,
    position bigint not null,
    number   int    not null,
    kind     text   not null,
    name     text   not null
);
create unique index tally_subject_key on tally_subject (fund, number);
create unique index tally_subject_name on tally_subject (fund, kind, name);

create table tally_leaf (
    fund           text        not null,
    position       bigint      not null,
    number         bigint      not null,
    recorded       timestamptz not null,
    first_position bigint      not null,
    first_day      date        not null,
    facts          bytea       not null
) with (toast_tuple_target = 8160);
alter table tally_leaf alter facts set storage external;
create unique index tally_leaf_key on tally_leaf (fund, number);
create index tally_leaf_recorded on tally_leaf (fund, recorded, number);
create index tally_leaf_stretch on tally_leaf (fund, position) include (number, first_position, first_day);
create index tally_leaf_position on tally_leaf using brin (position);

create table tally_page (
    fund     text   not null,
    position bigint not null,
    level    int    not null,
    number   bigint not null,
    chunk    int    not null,
    day      date   not null,
    before   bytea  not null,
    facts    bytea  not null
) with (toast_tuple_target = 8160);
alter table tally_page alter before set storage external;
alter table tally_page alter facts set storage external;
create unique index tally_page_key on tally_page (fund, level, number, chunk, day);
create index tally_page_position on tally_page using brin (position);
