package backtalk.understanding;

/** Lists the answers to the open question; "none" is a no to everything that was offered. */
public enum AnswerKind {
  YES,
  NO,
  UNSURE,
  NONE,
  SKIP
}
