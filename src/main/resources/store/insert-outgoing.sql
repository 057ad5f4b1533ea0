insert into outbox (chat, revision, seq, way, message, thread, kept_at, replica)
values (:chat, :revision, :seq, :way, :message, :thread, :kept_at, :replica)
