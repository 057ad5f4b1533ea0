insert into dialogue (
  chat, revision, body, conversation, question, question_newest, reachable, heard_at,
  follow_up_at
)
values (:chat, :next, :body, :conversation, null, 0, 1, :heard_at, :follow_up_at)
on conflict do nothing
