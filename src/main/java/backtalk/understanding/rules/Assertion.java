package backtalk.understanding.rules;

/** In which sense words are said that by themselves would tell a sign. */
public enum Assertion {
  /** It is so, now, of the writer. */
  NOW,
  /** Asked about, but in a way that takes it for true: "why is my leg numb". */
  PRESUPPOSED,
  /** It is not so. */
  NEGATED,
  /** A question whether such a thing happens. */
  ASKED,
  /** It would be, might be, is feared. */
  HYPOTHETICAL,
  /** Somebody else has it now. */
  SOMEONE_NOW,
  /** Somebody else had it, or has it always. */
  SOMEONE,
  /** It was so and is over. */
  PAST,
  /** A manner of speaking. */
  IDIOM
}
