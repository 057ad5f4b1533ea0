delete from taken_update
where update_id between :first and :last and taken_at < :before
