insert into dialogue (chat, revision, body, question, question_newest, reachable, heard_at)
values (:chat, :next, :body, null, 0, 1, :heard_at)
on conflict do nothing
