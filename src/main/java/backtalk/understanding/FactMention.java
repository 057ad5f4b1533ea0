package backtalk.understanding;

import backtalk.conversation.Answer;

/** One fact told, and what was told of it: yes, no or not sure. */
public record FactMention(String fact, Answer answer) {}
