/**
 * Counts before results: the story of a report stands beside each of its facets, so that the stories of a value lie together,
 * and what a story answers for itself is read from indexes alone.
 */
export const FACETS_SQL = `
alter table facet rename to facet_before;
create table facet (
  kind integer not null,
  value text not null,
  story integer not null,
  report integer not null,
  primary key (kind, value, story, report)
) strict, without rowid;
insert into facet (kind, value, story, report)
  select kind, value, report.story, report.row from facet_before join report on report.row = facet_before.report
  order by 1, 2, 3, 4;
drop table facet_before;
drop index report_outlet;
create index report_outlet on report (outlet, story);
create index report_channel on report (channel, story) where channel is not null;
create index story_own on story (type, status, low, earliest, latest);
`
