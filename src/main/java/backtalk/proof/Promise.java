package backtalk.proof;

import java.util.Locale;

/** Enumerates the promises of every conversation, which the author's guide defines. */
public enum Promise {
  EMERGENCY_ON_THAT_TURN(
      Verification.PROVED,
      "Whoever tells an emergency sign, or is not sure of one where doubt is enough, is sent for"
          + " emergency help at once."),
  EMERGENCY_STANDS(
      Verification.TRIED,
      "While an emergency stands, every message opens with it, a follow-up too, until that sign is"
          + " answered again or all is cleared."),
  FOLLOW_UP_STANDS(
      Verification.TRIED,
      "A follow-up after three days, and the answer to it, leave nothing milder than what stands."),
  SOMEONE_ELSE_STANDS(
      Verification.TRIED,
      "While another person's emergency stands, every message opens with it, until they get help or"
          + " the talk turns to the writer's own back."),
  EMERGENCY_SIGNS_ARE_ASKED_FIRST(
      Verification.PROVED,
      "No other ending is reached before every emergency sign that is asked was answered or"
          + " skipped."),
  CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO(
      Verification.PROVED,
      "A calm ending needs a clear no to every red flag that is asked; what is needed only with"
          + " other facts counts where they are possible."),
  REASSURE_ONLY_WHEN_ALL_IS_NO(
      Verification.PROVED,
      "The mildest ending is reached only by those who denied everything that has a level."),
  NEVER_MILDER_THAN_THE_FACTS(
      Verification.PROVED,
      "No ending is milder than the level of any fact that is true, or that is in doubt."),
  NEVER_MORE_URGENT_THAN_THE_FACTS(
      Verification.PROVED,
      "No ending is more urgent than the facts ask for; after a skip or a doubt the mildest ending"
          + " that sends to somebody is allowed."),
  MONOTONE_SEVERITY(Verification.PROVED, "Telling one more red flag never makes an ending milder."),
  EVERY_PATH_ENDS(Verification.TRIED, "Whoever keeps tapping answers reaches an ending."),
  EVERYTHING_REACHABLE(
      Verification.PROVED, "Every question, way, answer, ending and conditional line can occur."),
  FITS_TELEGRAM(Verification.TRIED, "Nothing that is said is too long for Telegram."),
  NO_SILENT_LOOP(Verification.ON_READING, "The questions never lead in a circle."),
  EVERY_QUESTION_SAYS_WHY(Verification.ON_READING, "Every question says why it is asked."),
  EVERY_CLAIM_SOURCED(
      Verification.ON_READING,
      "Every line names the claims that it rests on, or says that it claims nothing."),
  EVERY_SOURCE_USED(Verification.ON_READING, "Every source and claim is used."),
  LEVELS_AS_SOURCED(
      Verification.ON_READING,
      "The level of a fact is the most urgent that its claims urge, for a yes and in doubt."),
  READING_GRADE(Verification.ON_READING, "No longer text needs more than 8 school years to read."),
  EVERY_NAME_DEFINED(
      Verification.ON_READING, "Every name is defined, and everything defined is used.");

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
  private final String definition;

  Promise(Verification verification, String definition) {
    this.verification = verification;
    this.definition = definition;
  }

  /** Returns the name used in reports and in the author's guide. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the promise in one sentence. */
  public String definition() {
    return definition;
  }

  /** Returns how the promise is established. */
  public Verification verification() {
    return verification;
  }
}
