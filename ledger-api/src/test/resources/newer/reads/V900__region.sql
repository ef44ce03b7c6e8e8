-- What a later release might add to the read tables.
alter table trail add column region text;
create table region (fund text primary key, name text not null);
