update lease
set holder = :holder, beat = beat + 1
where name = :name and holder = :seen_holder and beat = :seen_beat
