select revision, body, question, question_newest, heard_at
from dialogue
where chat = :chat
