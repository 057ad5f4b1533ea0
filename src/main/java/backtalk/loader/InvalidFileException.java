package backtalk.loader;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * Signals a file that does not hold what a command needs. The message is the reason in one line,
 * and quotes nothing of what the file says.
 */
public final class InvalidFileException extends UncheckedIOException {
  @Serial private static final long serialVersionUID = 1;

  public InvalidFileException(String why) {
    super(why, new IOException(why));
  }
}
