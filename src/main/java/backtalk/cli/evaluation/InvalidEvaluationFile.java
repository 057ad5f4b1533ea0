package backtalk.cli.evaluation;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** A file that cannot be evaluated, or written to: one line for people, without what it holds. */
public final class InvalidEvaluationFile extends UncheckedIOException {

  @Serial private static final long serialVersionUID = 1;

  public InvalidEvaluationFile(String line) {
    super(line, new IOException(line));
  }
}
