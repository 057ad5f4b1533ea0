delete from outbox
where chat = :chat
