select
  (
    select count(*)
    from outbox
    where chat = :chat and revision = :revision and seq = :seq and replica = :replica
  ) as own,
  (
    select count(*)
    from outbox
    where chat = :chat
      and replica <> :replica
      and (revision < :revision or (revision = :revision and seq < :seq))
  ) as before
