package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramButton;
import backtalk.emulator.TelegramMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a flood from one person delays neither other persons nor that person's emergency. */
class BurstIT {
  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  /** Allows for a busy machine; on an idle one it takes less than two seconds. */
  private static final Duration SOON = Duration.ofSeconds(5);

  /** Exceeds the 100 updates of one poll. */
  private static final int TEXTS = 130;

  private static final int LONGEST = 4_096;

  @Test
  void strangersAreAnsweredSoonByPolling() {
    testEnvironment.start();
    strangersAreAnsweredSoon();
  }

  @Test
  void strangersAreAnsweredSoonBehindAWebhook() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(free.getLocalPort());
      testEnvironment
          .bot()
          .set(Setting.PORT, port)
          .set(Setting.WEBHOOK_URL, "http://127.0.0.1:" + port + "/hook");
    }
    long before = testEnvironment.telegram().calls().count("setWebhook");
    testEnvironment.bot().start();
    testEnvironment
        .telegram()
        .calls()
        .await("setWebhook", (int) before + 1, TestEnvironment.PATIENCE);
    strangersAreAnsweredSoon();
  }

  private void strangersAreAnsweredSoon() {
    testEnvironment.testUser("Zoe").begins();
    Person ann = testEnvironment.person("Ann");
    IntStream.range(0, TEXTS).forEach(number -> ann.forwards(longText(number), "Lou"));

    List<TestUser> strangers =
        IntStream.range(0, 6)
            .mapToObj(number -> testEnvironment.testUser("Sam " + number))
            .toList();
    Instant written = Instant.now();
    strangers.forEach(stranger -> stranger.says("i cannot control my bladder"));
    strangers.forEach(stranger -> stranger.ends("emergency"));

    assertThat(Duration.between(written, Instant.now())).isLessThan(SOON);
    testEnvironment.telegram().awaitQuiet(Duration.ofSeconds(60));
    assertThat(testEnvironment.telegram().unconfirmed()).isZero();
  }

  @Test
  void anEmergencyThatIsTappedOrTypedOverTheLimitIsAnswered() {
    testEnvironment.start();
    TestUser ann = testEnvironment.testUser("Ann");
    TestUser bea = testEnvironment.testUser("Bea");
    TelegramMessage question = ann.begins();
    TelegramButton sign = button(question, testEnvironment.texts().button("bladder-bowel"));
    for (int number = 0; number < 60; number++) {
      ann.says("and then day " + number);
      bea.says("and then day " + number);
    }
    ann.person().tapsAt(question.id(), sign.data());
    bea.says("i cannot control");
    bea.says("my bladder");

    ann.ends("emergency");
    bea.ends("emergency");
  }

  private static TelegramButton button(TelegramMessage message, String label) {
    return message.buttons().stream()
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** Builds a text of maximum length from sentences that are all different. */
  private static String longText(int number) {
    StringBuilder text = new StringBuilder();
    for (int day = 0; text.length() < LONGEST; day++) {
      text.append("on day %d of trip %d we went home and had some tea. ".formatted(day, number));
    }
    return text.substring(0, LONGEST);
  }
}
