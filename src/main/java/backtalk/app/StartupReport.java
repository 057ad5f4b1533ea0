package backtalk.app;

import backtalk.config.Config;
import backtalk.config.Setting;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Reports the settings in effect, the source of each, and the durability of a turn at the start.
 *
 * @param title the title of the conversation
 * @param durability where dialogues are stored and which failures a committed turn survives
 */
record StartupReport(Config config, String title, String durability) {
  private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

  /** Prints lines for people to {@code err}, or logs one line for machines. */
  void print(PrintStream err) {
    switch (config.logFormat()) {
      case PLAIN -> printLines(err);
      case JSON -> log();
    }
  }

  private void printLines(PrintStream err) {
    err.println("backtalk: " + title + " on Telegram; Ctrl-C stops");
    bySource().forEach((source, settings) -> err.println("backtalk: " + source + ": " + settings));
    err.println("backtalk: " + durability);
    config.warnings().forEach(warning -> err.println("backtalk: warning: " + warning));
  }

  /** Groups the settings by source, in alphabetical order. */
  private Map<String, String> bySource() {
    return config.shown().entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.getValue().where(),
                TreeMap::new,
                Collectors.mapping(
                    entry -> entry.getKey() + "=" + entry.getValue().value(),
                    Collectors.joining(" "))));
  }

  private void log() {
    LoggingEventBuilder line = LOG.atInfo().addKeyValue("durability", durability);
    for (Map.Entry<Setting, Config.Shown> entry : config.shown().entrySet()) {
      Config.Shown shown = entry.getValue();
      line = line.addKeyValue(entry.getKey().name(), shown.value() + " (" + shown.where() + ")");
    }
    line.log("{} on Telegram", title);
    config.warnings().forEach(LOG::warn);
  }
}
