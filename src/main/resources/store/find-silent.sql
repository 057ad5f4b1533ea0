select chat
from dialogue
where heard_at < :since
limit :most
