package backtalk.harness.world;

/**
 * What goes wrong, in so many of a hundred calls.
 *
 * @param busy Telegram refuses with 429 and asks for a second of silence in that chat
 * @param error Telegram fails with 500 and did nothing
 * @param lost Telegram did as asked, and the answer is lost
 * @param repeat an update is handed over once more
 * @param hurry somebody does the next thing without waiting for an answer
 */
record Faults(double busy, double error, double lost, double repeat, double hurry) {
  static final Faults NONE = new Faults(0, 0, 0, 0, 0);
  static final long SILENCE_NANOS = 1_000_000_000L;
}
