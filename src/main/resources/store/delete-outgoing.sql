delete from outbox
where chat = :chat and revision = :revision and seq = :seq
