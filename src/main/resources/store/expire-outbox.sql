delete from outbox
where kept_at < :before or chat in (select chat from dialogue where heard_at < :before)
