delete from outbox
where kept_at < :before
