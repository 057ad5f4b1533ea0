package backtalk.config;

import java.util.List;

/** Reports settings that cannot be used, one line each without any secret. */
public final class InvalidConfigException extends RuntimeException {
  private final transient List<String> lines;

  public InvalidConfigException(List<String> lines) {
    super(String.join(System.lineSeparator(), lines));
    this.lines = List.copyOf(lines);
  }

  public List<String> lines() {
    return lines;
  }
}
