delete from unreadable_dialogue
where heard_at < :before
