package backtalk.dialogue.handling;

import java.util.Set;

/** Chooses the phrase that replies to small talk. */
final class SmallTalkPhrase {

  /** Lists the kinds of small talk that have other words in an emergency. */
  private static final Set<String> CHEERFUL = Set.of("greeting", "thanks");

  private SmallTalkPhrase() {}

  /** Returns the id of the phrase that replies to this kind of small talk. */
  static String of(String kind, boolean emergency) {
    return emergency && CHEERFUL.contains(kind) ? kind + "-in-emergency" : kind;
  }
}
