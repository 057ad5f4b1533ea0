delete from dialogue
where chat = :chat and heard_at < :before
