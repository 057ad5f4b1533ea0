select chat
from dialogue
where chat > :after and heard_at < :before
order by chat
limit :most
