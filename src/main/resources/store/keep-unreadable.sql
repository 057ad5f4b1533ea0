insert into unreadable_dialogue (chat, revision, body, heard_at)
select chat, revision, body, heard_at from dialogue
where chat = :chat and revision = :revision
on conflict do nothing
