package backtalk.telegram;

/**
 * What became of an update at its turn.
 *
 * @param kept false when it was time to go before it was kept
 * @param rest what is left to do, for which whoever brought the update need not wait
 */
record Taken(boolean kept, Runnable rest) {

  /** Kept, or not to be kept at all: it need not come again. */
  static final Taken DONE = new Taken(true, () -> {});

  /** It was time to go: it is to come again. */
  static final Taken LEFT = new Taken(false, () -> {});

  static Taken kept(Runnable rest) {
    return new Taken(true, rest);
  }
}
