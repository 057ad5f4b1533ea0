package backtalk.understanding.rules;

/** Lists the assertion statuses of words that by themselves would state a sign. */
public enum Assertion {
  /** Marks a present state of the writer. */
  NOW,
  /** Marks a question that presupposes the sign: "why is my leg numb". */
  PRESUPPOSED,
  /** Marks a negated sign. */
  NEGATED,
  /** Marks a question about whether such a sign occurs. */
  ASKED,
  /** Marks a hypothetical or feared sign. */
  HYPOTHETICAL,
  /** Marks a present state of another person. */
  SOMEONE_NOW,
  /** Marks a past or habitual state of another person. */
  SOMEONE,
  /** Marks a past state that is over. */
  PAST,
  /** Marks an idiom. */
  IDIOM
}
