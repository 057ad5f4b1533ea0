insert into outbox (chat, revision, seq, way, message, thread, kept_at)
values (:chat, :revision, :seq, :way, :message, :thread, :kept_at)
