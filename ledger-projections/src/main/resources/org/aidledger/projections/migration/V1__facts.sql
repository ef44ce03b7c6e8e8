-- Facts, each under the position of the event it comes from. Rows are only ever added; what counts
-- at a point in time is found by its two dates. Texts that are absent are empty.

-- Position of the last event whose facts are here. Whoever writes changes this row first, whoever
-- reads locks this table first: so writers, readers and a swap of tables take turns.
create table position (
    only_row boolean primary key default true check (only_row),
    position bigint  not null
);
insert into position (position) values (-1);

create table journal (
    position    bigint      not null,
    line        int         not null,
    fund        text        not null,
    effective   date        not null,
    recorded    timestamptz not null,
    event_id    text        not null,
    posting_id  text        not null,
    event_type  text        not null,
    movement    text        not null,
    kind        text        not null,
    project     text        not null,
    amount      bigint      not null,
    currency    text        not null,
    scale       int         not null,
    description text        not null,
    note        text        not null,
    primary key (position, line)
);
create index on journal (fund, position, line);
create index on journal (fund, effective) include (recorded, kind, project, movement, amount);

create table fund (
    position    bigint      not null,
    line        int         not null,
    fund        text        not null,
    effective   date        not null,
    recorded    timestamptz not null,
    name        text        not null,
    donor       text        not null,
    recipient   text        not null,
    fiscal_year int         not null,
    mode        text        not null,
    currency    text        not null,
    scale       int         not null,
    primary key (position, line)
);
create index on fund (fund, effective);

create table policy (
    position  bigint      not null,
    line      int         not null,
    fund      text        not null,
    effective date        not null,
    recorded  timestamptz not null,
    item      text        not null,
    value     numeric     not null,
    primary key (position, line)
);
create index on policy (fund, effective);

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
    enterprise boolean     not null,
    primary key (position, line)
);
create index on enrolment (fund, effective);

-- fact: PLANNED changes planned money and investment, ADMITTED takes a project into the plan,
-- REVIEWED carries an outcome, VERSION is of the plan and names no project.
create table plan (
    position   bigint      not null,
    line       int         not null,
    fund       text        not null,
    effective  date        not null,
    recorded   timestamptz not null,
    fact       text        not null,
    project    text        not null,
    planned    bigint      not null,
    investment bigint      not null,
    outcome    text        not null,
    version    int         not null,
    primary key (position, line)
);
create index on plan (fund, effective);

create table works (
    position  bigint      not null,
    line      int         not null,
    fund      text        not null,
    effective date        not null,
    recorded  timestamptz not null,
    fact      text        not null,
    project   text        not null,
    amount    bigint      not null,
    percent   numeric     not null,
    primary key (position, line)
);
create index on works (fund, effective);

create table flow (
    position  bigint      not null,
    line      int         not null,
    fund      text        not null,
    effective date        not null,
    recorded  timestamptz not null,
    project   text        not null,
    flow      text        not null,
    amount    bigint      not null,
    primary key (position, line)
);
create index on flow (fund, effective);

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
    documents    json        not null,
    primary key (position, line)
);
create index on finding (fund, effective);

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
    actor      text        not null,
    primary key (position, line)
);
create index on breach (fund, position);

create table trail (
    position    bigint      not null,
    line        int         not null,
    fund        text        not null,
    effective   date        not null,
    recorded    timestamptz not null,
    event_id    text        not null,
    stream      text        not null,
    sequence    bigint      not null,
    posting_id  text        not null,
    event_type  text        not null,
    actor       text        not null,
    approved_by json        not null,
    documents   json        not null,
    note        text        not null,
    projects    text[]      not null,
    amount      text        not null,
    reverses    text        not null,
    basis       text        not null,
    finding     text        not null,
    summary     text        not null,
    detail      json        not null,
    primary key (position, line)
);
create index on trail (fund, position);
create index on trail (fund, posting_id);
create index on trail (fund, reverses) where reverses <> '';

create table hand_over (
    position   bigint      not null,
    line       int         not null,
    fund       text        not null,
    effective  date        not null,
    recorded   timestamptz not null,
    from_batch text        not null,
    to_batch   text        not null,
    primary key (position, line)
);
create index on hand_over (fund, effective);
