update dialogue
set revision = :next, body = :body, reachable = 1, heard_at = :heard_at
where chat = :chat and revision = :revision
