package backtalk.harness;

/**
 * Sets the percentage of calls in which each fault occurs.
 *
 * @param busy Telegram refuses with 429 and asks for a pause of a second in that chat
 * @param error Telegram fails with 500 and does nothing
 * @param lost Telegram carries out the call, and the answer is lost
 * @param repeat an update is delivered again
 * @param hurry a person acts again without waiting for the answer
 */
record FaultRates(double busy, double error, double lost, double repeat, double hurry) {
  static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0);
}
