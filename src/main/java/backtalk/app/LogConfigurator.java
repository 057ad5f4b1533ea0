package backtalk.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Configures logging to stderr, because other programs read stdout. LOG_FORMAT is plain or json.
 * Logback finds this class as a service, which spares each start the parsing of XML.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{24} - "
          + "%msg%replace( %kvp{NONE}){' $', ''}%n";

  private static final Map<String, Level> LEVELS =
      Map.of(
          "org.flywaydb", Level.WARN,
          "com.zaxxer.hikari", Level.WARN,
          "okhttp3", Level.WARN,
          "com.tngtech.archunit", Level.WARN,
          "io.javalin", Level.WARN,
          "org.telegram", Level.WARN,
          // It logs a stack trace for every failed poll, which backtalk.telegram logs in one line.
          "org.telegram.telegrambots.longpolling.BotSession", Level.OFF,
          // It would log parts of requests, such as a second Host header.
          "org.eclipse.jetty", Level.OFF,
          // It logs only failed accepts.
          "org.eclipse.jetty.server.AbstractConnector", Level.WARN);

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    // Keeps logback from reporting its own problems on stdout.
    context.getStatusManager().add(new NopStatusListener());
    LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender(context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context) {
    TokenMaskingEncoder masking =
        new TokenMaskingEncoder(isJson(context) ? json(context) : plain(context));
    masking.setContext(context);
    masking.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(masking);
    appender.start();
    return appender;
  }

  private static boolean isJson(LoggerContext context) {
    String name = "LOG_FORMAT";
    return Stream.of(context.getProperty(name), System.getProperty(name), System.getenv(name))
        .filter(Objects::nonNull)
        .findFirst()
        .filter("json"::equals)
        .isPresent();
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder json = new JsonEncoder();
    json.setContext(context);
    json.setWithFormattedMessage(true);
    json.setWithMessage(false);
    json.setWithContext(false);
    json.setWithArguments(false);
    json.start();
    return json;
  }

  private static Encoder<ILoggingEvent> plain(LoggerContext context) {
    PatternLayoutEncoder plain = new PatternLayoutEncoder();
    plain.setContext(context);
    plain.setPattern(PATTERN);
    plain.start();
    return plain;
  }
}
