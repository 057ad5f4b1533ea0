package backtalk.loader.chattests;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** Signals a file that chats cannot be appended to; the message is the reason in one line. */
public final class InvalidTestFileException extends UncheckedIOException {
  @Serial private static final long serialVersionUID = 1;

  InvalidTestFileException(String why) {
    super(why, new IOException(why));
  }
}
