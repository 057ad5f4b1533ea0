package backtalk.harness;

/**
 * Describes a load.
 *
 * @param typed true where people type instead of tapping
 * @param webhook true where updates are pushed instead of polled
 * @param rate turns per second; 0 for as many as the bot can handle
 * @param dialogues the dialogues in the store before the start
 */
record LoadProfile(boolean typed, boolean webhook, double rate, int dialogues) {

  /** Returns a description for a table. */
  String words() {
    return (typed ? "typed" : "tapped")
        + (webhook ? ", webhook" : ", long polling")
        + (rate > 0 ? ", %.0f a second".formatted(rate) : ", as many as it can")
        + (dialogues > 0 ? ", %,d dialogues".formatted(dialogues) : "");
  }
}
