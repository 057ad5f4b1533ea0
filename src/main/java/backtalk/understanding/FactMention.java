package backtalk.understanding;

import backtalk.conversation.Answer;

/** Holds one mentioned fact and its answer: yes, no or unsure. */
public record FactMention(String fact, Answer answer) {}
