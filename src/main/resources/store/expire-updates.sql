delete from taken_update
where taken_at < :before
