update outbox
set replica = :replica
where replica <> :replica
  and not exists (select 1 from lease where lease.name = 'replica:' || outbox.replica)
