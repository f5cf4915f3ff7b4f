/**
 * Judgements that can be taken back: what people joined remembers which part of it was what. `strand` of an old id is the
 * strand that it goes by; `strand` of a member is who it is by the machine's own grouping, where people say that it is more.
 */
export const STRANDS_SQL = `
alter table story_alias add column strand text;
update story_alias set strand = (select story.id from story where story.row = story_alias.story);
alter table member add column strand text;
create index member_strand on member (strand) where strand is not null;
`
