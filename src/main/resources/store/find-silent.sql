select chat
from dialogue
where chat > :after and heard_at < :since
order by chat
limit :most
