select count(*)
from outbox
where chat = :chat
  and replica <> :replica
  and (revision < :revision or (revision = :revision and seq < :seq))
