delete from lease
where name = :name and holder = :holder and beat = :beat
