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
 * What an operator is told at the start: the settings in effect, where each comes from, and how
 * safe a turn is.
 *
 * @param title what the bot talks about
 * @param durability where dialogues are kept and what a committed turn survives
 */
record StartupReport(Config config, String title, String durability) {
  private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

  /** Says it: in lines for people, or in one line of the log for machines. */
  void make(PrintStream err) {
    switch (config.logFormat()) {
      case PLAIN -> say(err);
      case JSON -> log();
    }
  }

  private void say(PrintStream err) {
    err.println("backtalk: " + title + " on Telegram; Ctrl-C stops");
    bySource().forEach((where, settings) -> err.println("backtalk: " + where + ": " + settings));
    err.println("backtalk: " + durability);
    config.warnings().forEach(warning -> err.println("backtalk: warning: " + warning));
  }

  /** In the order of the alphabet: what was set somewhere, and beside it what was not. */
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
