package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of Telegram means, whole or not. */
class EnvelopeTest {

  private static final Verdict SENT = new Verdict.Done(OptionalLong.of(9));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":true,\"result\":{\"message_id\":9,\"date\":99999999999,\"text\":\"{\"}}",
        "{\"result\":{\"chat\":{\"message_id\":1},\"message_id\":9},\"ok\":true}",
        "{\"ok\":true,\"result\":{\"message_id\":9,\"da"
      })
  void aMessageThatWasSentIsKnownByItsId(String answer) {
    assertThat(Envelope.read(answer).verdict()).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ok\":true,\"result\":true}", "{\"ok\":true,\"result\":[{\"a\":1}]}"})
  void whatIsDoneNeedsNoMessage(String answer) {
    assertThat(Envelope.read(answer).verdict()).isEqualTo(new Verdict.Done(OptionalLong.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "null",
        "{}",
        "{\"ok\":true",
        "{\"ok\":true,\"result\":",
        "{\"result\":true}",
        "{\"ok\":false,\"error_code\":403,\"descr"
      })
  void whatCannotBeReadMayNotHaveHappened(String answer) {
    assertThat(Envelope.read(answer).verdict()).isInstanceOf(Verdict.Later.class);
  }

  @Test
  void aRefusalSaysWhatItIs() {
    assertThat(verdict("{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":35}}"))
        .isEqualTo(new Verdict.Wait(Duration.ofSeconds(35)));
    assertThat(verdict("{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden\"}"))
        .isEqualTo(new Verdict.ShutOut());
    assertThat(verdict("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: no\"}"))
        .isEqualTo(new Verdict.Refused(400, "Bad Request: no"));
    assertThat(verdict("{\"ok\":false,\"error_code\":502}")).isEqualTo(new Verdict.Later("502"));
    assertThat(verdict("{\"ok\":false,\"error_code\":401}")).isEqualTo(new Verdict.Unknown(401));
  }

  private static Verdict verdict(String answer) {
    return Envelope.read(answer).verdict();
  }
}
