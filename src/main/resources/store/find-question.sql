select question, question_newest
from dialogue
where chat = :chat
