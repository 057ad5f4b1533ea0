select count(*) as untold
from outbox
where chat = :chat and replica <> :replica
