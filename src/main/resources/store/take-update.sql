insert into taken_update (update_id, taken_at)
values (:update_id, :taken_at)
on conflict do nothing
