/**
 * Stories in which tellings differ are found without comparing all of them. In a store from before nobody has compared yet: the
 * setting says so until somebody has, and then goes.
 */
export const DIFFERS_SQL = `
alter table story add column differs integer not null default 0;
create index story_differs on story (day desc, id) where differs = 1;
insert into setting (key, value) select 'stories to compare', 'all' where exists (select 1 from story);
`
