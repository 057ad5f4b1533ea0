package backtalk.cli;

import java.io.Serial;

/** A file that cannot be evaluated, or written to: one line for people, without what it holds. */
public final class BadPractice extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  BadPractice(String line) {
    super(line);
  }
}
