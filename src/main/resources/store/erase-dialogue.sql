delete from dialogue
where chat = :chat and revision = :revision
