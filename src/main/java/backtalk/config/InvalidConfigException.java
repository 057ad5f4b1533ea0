package backtalk.config;

import java.util.List;

/** Settings that cannot be used: one clear line for each, none of which repeats a secret. */
public final class InvalidConfigException extends RuntimeException {
  private final transient List<String> lines;

  /** Settings refused for these reasons. */
  public InvalidConfigException(List<String> lines) {
    super(String.join(System.lineSeparator(), lines));
    this.lines = List.copyOf(lines);
  }

  /** What is wrong, a line for each mistake. */
  public List<String> lines() {
    return lines;
  }
}
