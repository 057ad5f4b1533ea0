select count(*)
from outbox
where chat = :chat and replica <> :replica
