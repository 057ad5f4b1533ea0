package backtalk.harness;

/**
 * What people do, and how it reaches the bot.
 *
 * @param typed whether they type instead of tapping
 * @param webhook whether updates are pushed instead of polled
 * @param rate turns a second; 0 for as many as the bot can
 * @param dialogues in the store before the start
 */
record Load(boolean typed, boolean webhook, double rate, int dialogues) {

  /** In words, for a table. */
  String words() {
    return (typed ? "typed" : "tapped")
        + (webhook ? ", webhook" : ", long polling")
        + (rate > 0 ? ", %.0f a second".formatted(rate) : ", as many as it can")
        + (dialogues > 0 ? ", %,d dialogues".formatted(dialogues) : "");
  }
}
