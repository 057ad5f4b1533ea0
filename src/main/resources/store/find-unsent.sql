select chat, revision, seq, way, message, thread
from outbox
where replica = :replica
  and not exists (
    select 1 from dialogue where dialogue.chat = outbox.chat and dialogue.reachable = 0
  )
-- Orders chats by their oldest message, and messages by revision, because clocks can go back.
order by min(kept_at) over (partition by chat), chat, revision, seq
limit :most
