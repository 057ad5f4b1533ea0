package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.FaultyProxy;
import backtalk.emulator.Person;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests connections whose other end is gone without closing them. */
@Tag("thorough")
class HalfOpenConnectionTest {

  /** Exceeds the time limits of a poll, three seconds here, and of a call, fifteen seconds. */
  private static final Duration SOON = Duration.ofSeconds(60);

  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @Test
  void pollsAndCallsContinueOverNewConnections() {
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
