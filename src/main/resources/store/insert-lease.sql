insert into lease (name, holder, beat)
values (:name, :holder, 0)
on conflict do nothing
