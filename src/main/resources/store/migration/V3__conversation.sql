-- The hash of the conversation under which a dialogue was saved last, so that a start finds those of
-- another conversation by the index. Null is unknown: rows are not filled here, because that would rewrite
-- every body in one transaction; each gets its value when it is saved again. A replica of the version
-- before leaves the value as it is, until the dialogue's next turn on one of this version.
alter table dialogue add column conversation text;
create index dialogue_conversation on dialogue (conversation);
