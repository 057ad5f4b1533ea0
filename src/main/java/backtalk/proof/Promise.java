package backtalk.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What every conversation promises to everybody who holds it; the author's guide defines each. */
public enum Promise {
  EMERGENCY_ON_THAT_TURN(true),
  EMERGENCY_STANDS(true),
  EMERGENCY_SIGNS_ARE_ASKED_FIRST(true),
  CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO(true),
  REASSURE_ONLY_WHEN_ALL_IS_NO(true),
  NEVER_MILDER_THAN_THE_FACTS(true),
  NEVER_MORE_URGENT_THAN_THE_FACTS(true),
  MONOTONE_SEVERITY(true),
  EVERY_PATH_ENDS(true),
  EVERYTHING_REACHABLE(true),
  FITS_TELEGRAM(true),
  NO_SILENT_LOOP(false),
  EVERY_QUESTION_SAYS_WHY(false),
  EVERY_CLAIM_SOURCED(false),
  EVERY_SOURCE_USED(false),
  LEVELS_AS_SOURCED(false),
  READING_GRADE(false),
  EVERY_NAME_DEFINED(false);

  private final boolean explored;

  Promise(boolean explored) {
    this.explored = explored;
  }

  /** The word for it in reports and in the author's guide. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True when it is proved by exploring dialogues; else it was found true on reading the files. */
  public boolean explored() {
    return explored;
  }

  /** Those that are proved by exploring dialogues. */
  public static List<Promise> proved() {
    return Arrays.stream(values()).filter(Promise::explored).toList();
  }
}
