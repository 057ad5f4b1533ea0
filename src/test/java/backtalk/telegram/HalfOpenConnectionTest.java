package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.FaultyProxy;
import backtalk.emulator.Person;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections whose other end is gone without a word: nobody says so, and nothing comes. */
class HalfOpenConnectionTest {

  /** A poll is given up after three seconds here, a call after fifteen. */
  private static final Duration SOON = Duration.ofSeconds(60);

  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void pollsAndCallsGoOnOverNewOnes() {
    try (FaultyProxy faultyProxy =
        FaultyProxy.to(URI.create(botFixture.telegram().url()).getPort())) {
      botFixture.startAt("http://127.0.0.1:" + faultyProxy.port());
      Person ann = botFixture.telegram().person("Ann");
      ann.says("one");
      ann.awaits("TYPED one");

      faultyProxy.fallSilent();
      ann.says("two");

      ann.patience(SOON);
      ann.awaits("TYPED two");
    }
    assertThat(botFixture.script.inputs()).hasSize(2);
  }
}
