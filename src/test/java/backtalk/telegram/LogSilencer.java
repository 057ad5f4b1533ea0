package backtalk.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** This room logs nothing: what cannot be read is told in a line each, which would be thousands. */
public final class LogSilencer implements BeforeEachCallback, AfterEachCallback {
  private final Logger room = (Logger) LoggerFactory.getLogger("backtalk.telegram");
  private final @Nullable Level before = room.getLevel();

  @Override
  public void beforeEach(ExtensionContext context) {
    room.setLevel(Level.OFF);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    room.setLevel(before);
  }
}
