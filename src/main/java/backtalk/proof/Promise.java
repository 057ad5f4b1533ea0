package backtalk.proof;

import java.util.Locale;

/** What every conversation promises to everybody who holds it; the author's guide defines each. */
public enum Promise {
  EMERGENCY_ON_THAT_TURN(Found.PROVED),
  EMERGENCY_STANDS(Found.TRIED),
  EMERGENCY_SIGNS_ARE_ASKED_FIRST(Found.PROVED),
  CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO(Found.PROVED),
  REASSURE_ONLY_WHEN_ALL_IS_NO(Found.PROVED),
  NEVER_MILDER_THAN_THE_FACTS(Found.PROVED),
  NEVER_MORE_URGENT_THAN_THE_FACTS(Found.PROVED),
  MONOTONE_SEVERITY(Found.PROVED),
  EVERY_PATH_ENDS(Found.TRIED),
  EVERYTHING_REACHABLE(Found.PROVED),
  FITS_TELEGRAM(Found.TRIED),
  NO_SILENT_LOOP(Found.ON_READING),
  EVERY_QUESTION_SAYS_WHY(Found.ON_READING),
  EVERY_CLAIM_SOURCED(Found.ON_READING),
  EVERY_SOURCE_USED(Found.ON_READING),
  LEVELS_AS_SOURCED(Found.ON_READING),
  READING_GRADE(Found.ON_READING),
  EVERY_NAME_DEFINED(Found.ON_READING);

  /** How it is found to hold. */
  public enum Found {
    /** Of every way to answer every fact. */
    PROVED("proved"),
    /** By the engine itself, on dialogues of every place, with every kind of input. */
    TRIED("tried"),
    /** When the files are read. */
    ON_READING("on reading");

    private final String words;

    Found(String words) {
      this.words = words;
    }

    /** It in words, as reports and the author's guide have it. */
    public String words() {
      return words;
    }
  }

  private final Found found;

  Promise(Found found) {
    this.found = found;
  }

  /** The word for it in reports and in the author's guide. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How it is found to hold. */
  public Found found() {
    return found;
  }
}
