package backtalk.understanding.rules;

import java.util.Locale;

/** Lists the kinds of cues in the language data. */
public enum Cue {
  NEGATION,
  PSEUDO_NEGATION,
  DENIAL_AFTER,
  STOPPERS,
  HYPOTHETICAL,
  QUESTION_STARTERS,
  STATEMENT,
  PRESUPPOSING,
  PRESUPPOSING_SURELY,
  PAST,
  RESOLVED,
  STILL,
  SOMEONE_ELSE,
  SOMEONE_ACUTE,
  SOMEONE_PAST,
  MYSELF,
  OTHER_BODY_PARTS,
  OWN_BODY,
  COMPARING,
  IDIOMS,
  FINE,
  HARMLESS,
  NOISE,
  INJECTION,
  LOOSE_TALK,
  HEARD_THROUGH,
  RETRACTION,
  RETRACTION_ACT,
  RETRACTION_FAULT,
  ANSWER_YES,
  ANSWER_NO,
  ANSWER_UNSURE,
  ANSWER_META,
  ANSWER_EXCEPT,
  ANSWER_QUALIFIED,
  ANSWER_TWICE_DENIED,
  ANSWER_PRONOUN,
  ANSWER_CORRECTION,
  ANSWER_TOTAL,
  ANSWER_FILLER,
  ANSWER_FINE,
  ANSWER_UNCLEAR,
  RETRACTION_NO,
  UNEASE,
  EMPTY_WORDS;

  /** Returns the word in files, for instance {@code question-starters}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
