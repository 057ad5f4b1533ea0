package backtalk.config;

/** Wraps a secret so that it is never printed by accident. */
public record Secret(String value) {

  /** Returns stars instead of the value. */
  @Override
  public String toString() {
    return "***";
  }
}
