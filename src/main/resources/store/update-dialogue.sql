update dialogue
set revision = revision + 1, body = :body, reachable = 1, heard_at = :heard_at
where chat = :chat and revision = :revision
