select
  sum(case when revision = :revision and seq = :seq and replica = :replica then 1 else 0 end) as own,
  sum(
    case
      when replica <> :replica and (revision < :revision or (revision = :revision and seq < :seq))
      then 1 else 0
    end
  ) as before_elsewhere,
  sum(
    case
      when replica = :replica and (revision < :revision or (revision = :revision and seq < :seq))
      then 1 else 0
    end
  ) as before_here
from outbox
where chat = :chat
