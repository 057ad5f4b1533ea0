delete from unreadable_dialogue
where chat = :chat
