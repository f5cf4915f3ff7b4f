/**
 * The first format. Names of one thing are the same everywhere: `arrival` is a document's number, `row` that of anything
 * else. What is packed (see pack.ts) is a BLOB called `data` or named for what it holds. Derived tables (facet, key,
 * actor_name, search_*) have no foreign keys: they are made from the rows they name and removed with them.
 */
export const RECORD_SQL = `
create table raw (
  row integer primary key,
  sha256 text not null unique,
  media_type text not null,
  size integer not null,
  bytes blob not null
) strict;

create table provenance (
  row integer primary key,
  extractor text not null,
  extractor_version text not null,
  pipeline text not null,
  unique (pipeline, extractor, extractor_version)
) strict;

create table document (
  arrival integer primary key,
  id text not null unique,
  provenance integer not null references provenance,
  raw integer references raw,
  found text not null,
  origin text not null,
  outlet text,
  earliest text,
  latest text,
  hash blob not null,
  data blob not null,
  text blob not null,
  findings blob not null
) strict;
create index document_provenance on document (provenance);
create index document_outlet on document (outlet);
create index document_raw on document (raw);

create table item (
  origin text primary key,
  sha256 text,
  state text not null,
  document text,
  error text,
  found text not null
) strict, without rowid;
create index item_state on item (state, origin);

create table sketch (
  document integer primary key references document,
  sketch blob not null,
  keys blob not null
) strict;

create table actor (
  row integer primary key,
  id text not null unique,
  name text not null,
  kind text not null,
  country text,
  sector text,
  documents integer not null,
  keys blob not null
) strict;
create index actor_documents on actor (documents desc, name, id);

create table profile (
  document integer not null references document,
  actor text not null,
  owner integer not null references actor,
  position integer not null,
  data text not null,
  primary key (document, actor)
) strict, without rowid;
create index profile_owner on profile (owner, position);

create table member (
  document integer not null references document,
  position integer not null,
  actor text not null,
  owner integer not null,
  primary key (document, position)
) strict, without rowid;
create index member_owner on member (owner, document);

create table actor_name (
  actor integer not null,
  name text not null,
  primary key (actor, name)
) strict, without rowid;

create table story (
  row integer primary key,
  id text not null unique,
  type text not null,
  status text not null,
  earliest text,
  latest text,
  day text not null,
  low integer not null,
  data blob
) strict;
create index story_day on story (day desc, id);

create table story_alias (
  id text primary key,
  story integer not null references story
) strict, without rowid;
create index story_alias_story on story_alias (story);

create table claim (
  row integer primary key,
  document integer not null references document,
  id text not null,
  start integer not null,
  stop integer not null,
  unique (document, id)
) strict;

create table report (
  row integer primary key references claim,
  story integer not null references story,
  type text not null,
  status text not null,
  channel text,
  outlet text,
  earliest text,
  latest text,
  day text not null,
  data blob not null
) strict;
create index report_story on report (story);
create index report_type on report (type, day);
create index report_outlet on report (outlet);

create table facet (
  kind integer not null,
  value text not null,
  report integer not null,
  primary key (kind, value, report)
) strict, without rowid;

create table quote (
  row integer primary key,
  document integer not null references document,
  id text not null,
  spans text not null
) strict;
create index quote_document on quote (document);

create table key (
  kind integer not null,
  key text not null,
  owner integer not null,
  primary key (kind, key, owner)
) strict, without rowid;

create table copy (
  document integer primary key references document,
  original integer not null references document,
  data text not null
) strict;
create index copy_original on copy (original);

create table judgement (
  row integer primary key,
  about text not null,
  first text not null,
  second text not null,
  data text not null
) strict;
create index judgement_about on judgement (about);

create table correction (
  row integer primary key,
  id text not null unique,
  document text not null,
  data text not null
) strict;
create index correction_document on correction (document);

create table setting (
  key text primary key,
  value text not null
) strict, without rowid;

create virtual table search_article using fts5 (
  body, names, content = '', contentless_delete = 1, tokenize = 'ascii'
);
create virtual table search_quote using fts5 (
  body, names, content = '', contentless_delete = 1, tokenize = 'ascii'
);
create virtual table search_claim using fts5 (
  body, names, content = '', contentless_delete = 1, tokenize = 'ascii'
);
insert into search_article (search_article, rank) values ('rank', 'bm25(1.0, 0.5)');
insert into search_quote (search_quote, rank) values ('rank', 'bm25(1.0, 0.5)');
insert into search_claim (search_claim, rank) values ('rank', 'bm25(1.0, 0.5)');
`
