-- What a later release might add to the tables of events: columns that may be empty, and tables.
alter table events add column origin text;
alter table head add column note text not null default '';
create table origin (name text primary key);
