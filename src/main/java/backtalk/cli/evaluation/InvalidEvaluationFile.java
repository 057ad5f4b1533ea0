package backtalk.cli.evaluation;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * Reports a file that cannot be read as an evaluation set or has no section to write to. The
 * message is one line and quotes nothing from the file.
 */
public final class InvalidEvaluationFile extends UncheckedIOException {

  @Serial private static final long serialVersionUID = 1;

  public InvalidEvaluationFile(String line) {
    super(line, new IOException(line));
  }
}
