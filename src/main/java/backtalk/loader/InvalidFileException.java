package backtalk.loader;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** Signals a file that is unfit for a command; the message is the reason in one line. */
public final class InvalidFileException extends UncheckedIOException {
  @Serial private static final long serialVersionUID = 1;

  public InvalidFileException(String why) {
    super(why, new IOException(why));
  }
}
