update dialogue
set revision = :next, body = :body, conversation = :conversation, reachable = 1, heard_at = :heard_at,
  follow_up_at = :follow_up_at
where chat = :chat and revision = :revision
