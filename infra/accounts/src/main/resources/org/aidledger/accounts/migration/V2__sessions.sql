-- Sessions of browsers, so that any node knows them and a restart ends none. Tables and columns are Spring Session's.
-- session_id is a hash of what the browser shows, so that nobody can go on in a session with what stands here.

create table browser_session (
    primary_id            char(36) not null primary key,
    session_id            char(64) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        text
);
create index browser_session_by_end on browser_session (expiry_time);
create index browser_session_of_account on browser_session (principal_name);

create table browser_session_attributes (
    session_primary_id char(36)     not null references browser_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
