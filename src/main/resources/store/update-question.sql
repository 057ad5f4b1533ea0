update dialogue
set question = :question, question_newest = :newest
where chat = :chat
