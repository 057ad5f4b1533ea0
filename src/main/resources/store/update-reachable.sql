update dialogue
set reachable = :reachable
where chat = :chat
