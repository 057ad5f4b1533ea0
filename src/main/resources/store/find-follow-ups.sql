select chat from dialogue
where follow_up_at <= :now and reachable = 1
order by follow_up_at
limit :most
