delete from dialogue
where heard_at < :before
