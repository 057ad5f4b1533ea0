-- Three parts, because each of them can use the index on the conversation.
select body from dialogue
where conversation < :same
union all
select body from dialogue
where conversation > :same
union all
select body from dialogue
where conversation is null and body not like :same_in_body
