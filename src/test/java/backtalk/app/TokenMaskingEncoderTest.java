package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Checks the masking of tokens with the program's own configuration. */
class TokenMaskingEncoderTest {
  private static final String SECRET = "AAF-x_9kq3ZrT0bLwY7mE2sVnHc5dPjQu1G";
  private static final String TOKEN = "123456789:" + SECRET;

  private record Output(String out, String err) {}

  @ParameterizedTest
  @ValueSource(strings = {"plain", "json"})
  void masksATokenInAMessage(String format) {
    Output written = log(format, logger -> logger.warn("asked /bot{}/getMe in vain", TOKEN));

    assertThat(written.err()).contains("bot<token>", "getMe in vain").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12345:AAF-x_9kq3ZrT0bLwY7mE2", "123456789%3AAAF-x_9kq3ZrT0bLwY7mE2sVnHc5"})
  void masksAShortTokenAndOneInAnAddress(String token) {
    Output written = log("plain", logger -> logger.warn("no page at /hook/{}", token));

    assertThat(written.err()).contains("/hook/<token>").doesNotContain("AAF-x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "json"})
  void masksATokenInANestedException(String format) {
    Exception cause = new IllegalArgumentException("bad address /bot" + TOKEN);
    Exception outer = new IllegalStateException("could not poll", cause);

    Output written = log(format, logger -> logger.error("polling failed", outer));

    assertThat(written.err()).contains("could not poll", "bot<token>").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "json", "neither"})
  void leavesStdoutToTheProgram(String format) {
    Output written = log(format, logger -> logger.info("ready"));

    assertThat(written.out()).isEmpty();
    assertThat(written.err()).contains("ready");
  }

  @Test
  void writesOneObjectALineAsJson() {
    Output written = log("json", logger -> logger.info("ready in {} ms", 12));

    assertThat(written.err())
        .startsWith("{")
        .endsWith("}\n")
        .containsOnlyOnce("\n")
        .contains("\"ready in 12 ms\"");
  }

  @Test
  void writesNoObjectsWhenPlain() {
    assertThat(log("plain", logger -> logger.info("ready")).err()).doesNotContain("{", "\"");
  }

  /** Logs with the given LOG_FORMAT and returns the output. */
  private static Output log(String format, Consumer<Logger> writing) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream newOut = new ByteArrayOutputStream();
    ByteArrayOutputStream newErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(newOut, true, UTF_8));
    System.setErr(new PrintStream(newErr, true, UTF_8));
    try {
      LoggerContext context = configured(format);
      writing.accept(context.getLogger("backtalk.some.Logger"));
      assertNoErrors(context);
      context.stop();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return new Output(newOut.toString(UTF_8), newErr.toString(UTF_8));
  }

  private static LoggerContext configured(String format) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("LOG_FORMAT", format);
    new LogConfigurator().configure(context);
    return context;
  }

  private static void assertNoErrors(LoggerContext context) {
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .filteredOn(status -> status.getEffectiveLevel() > Status.INFO)
        .as("errors of logback")
        .isEmpty();
  }
}
