package backtalk.config;

/** A value that is never written out: whoever needs it asks for it by name. */
public record Secret(String value) {

  /** Says that there is one, and nothing of it. */
  @Override
  public String toString() {
    return "***";
  }
}
