select update_id
from taken_update
where update_id > :after and taken_at < :before
order by update_id
limit :most
