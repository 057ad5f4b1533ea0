delete from taken_update
where update_id in (
  select update_id
  from (select update_id, taken_at from taken_update order by update_id limit :most) as lowest
  where taken_at < :before
)
