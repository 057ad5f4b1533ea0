-- The hash of the conversation under which a dialogue was saved last, so that a start finds those of
-- another conversation by the index. Null is unknown: rows are not filled here, because that would rewrite
-- every body in one transaction; each gets its value when it is saved again.
alter table dialogue add column conversation text;
create index dialogue_conversation on dialogue (conversation);
