package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Tests that the log holds no person's text, name or id, nor the token, whatever fails. */
class LogPrivacyTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void theLogHoldsNothingAboutPersons() {
    Logger ours = (Logger) LoggerFactory.getLogger("backtalk.telegram");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Level before = ours.getLevel();
    ours.setLevel(Level.DEBUG);
    ours.addAppender(lines);
    try {
      provokeFailures();
    } finally {
      ours.detachAppender(lines);
      ours.setLevel(before);
    }

    List<String> logged = List.copyOf(lines.list).stream().map(LogPrivacyTest::whole).toList();
    assertThat(logged).anyMatch(line -> line.contains("chat="));
    assertThat(String.join("\n", logged))
        .doesNotContain("Wilhelmina", "my secret", botFixture.telegram().token())
        .doesNotContain(botFixture.telegram().token().substring(0, 10))
        .doesNotContain("" + botFixture.telegram().person("next").id() / 100);
  }

  private void provokeFailures() {
    Emulator telegram = botFixture.telegram();
    botFixture.start();
    Person ann = telegram.person("Wilhelmina");
    botFixture.script.answers(
        input -> {
          if (input.toString().contains("mistake")) {
            throw new IllegalArgumentException("cannot take " + input);
          }
          return Script.echo(input);
        });
    telegram.faults().next("getUpdates", new Fault.DropBefore());
    telegram.faults().next("getUpdates", Fault.badGateway());
    telegram.faults().next("sendMessage", new Fault.DropAfter());
    telegram.faults().next("sendMessage", Fault.badRequest("no such thing as \"my secret\""));
    telegram.faults().next("sendMessage", Fault.badRequest("can't parse \"my secret 1\""));
    ann.says("my secret 1");
    ann.says("my secret mistake");
    ann.command("/start", "my secret");
    ann.tapsAt(1, "my secret");
    ann.awaits("tapped");
    ann.blocks();
    telegram.sendRaw("{\"message\":{\"text\":\"my secret\"}}");
    telegram.awaitQuiet();
    botFixture.restart();
  }

  private static String whole(ILoggingEvent event) {
    return event.getFormattedMessage()
        + Objects.requireNonNullElse(event.getKeyValuePairs(), List.of())
        + Optional.ofNullable(event.getThrowableProxy())
            .map(IThrowableProxy::getMessage)
            .orElse("");
  }
}
