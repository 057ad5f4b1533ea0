package backtalk.proof;

import java.util.Locale;

/** Enumerates the promises of every conversation, which the author's guide defines. */
public enum Promise {
  EMERGENCY_ON_THAT_TURN(Verification.PROVED),
  EMERGENCY_STANDS(Verification.TRIED),
  EMERGENCY_SIGNS_ARE_ASKED_FIRST(Verification.PROVED),
  CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO(Verification.PROVED),
  REASSURE_ONLY_WHEN_ALL_IS_NO(Verification.PROVED),
  NEVER_MILDER_THAN_THE_FACTS(Verification.PROVED),
  NEVER_MORE_URGENT_THAN_THE_FACTS(Verification.PROVED),
  MONOTONE_SEVERITY(Verification.PROVED),
  EVERY_PATH_ENDS(Verification.TRIED),
  EVERYTHING_REACHABLE(Verification.PROVED),
  FITS_TELEGRAM(Verification.TRIED),
  NO_SILENT_LOOP(Verification.ON_READING),
  EVERY_QUESTION_SAYS_WHY(Verification.ON_READING),
  EVERY_CLAIM_SOURCED(Verification.ON_READING),
  EVERY_SOURCE_USED(Verification.ON_READING),
  LEVELS_AS_SOURCED(Verification.ON_READING),
  READING_GRADE(Verification.ON_READING),
  EVERY_NAME_DEFINED(Verification.ON_READING);

  /** Enumerates the ways to establish a promise. */
  public enum Verification {
    /** For every assignment of the facts. */
    PROVED("proved"),
    /** By turns of the engine in every position, with every kind of input. */
    TRIED("tried"),
    /** By checks when the files are loaded. */
    ON_READING("on reading");

    private final String words;

    Verification(String words) {
      this.words = words;
    }

    /** Returns the words used in reports and in the author's guide. */
    public String words() {
      return words;
    }
  }

  private final Verification verification;

  Promise(Verification verification) {
    this.verification = verification;
  }

  /** Returns the name used in reports and in the author's guide. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns how the promise is established. */
  public Verification verification() {
    return verification;
  }
}
