package backtalk.telegram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how answers of Telegram are classified, complete or not. */
class ApiResponseTest {

  private static final CallResult SENT = new CallResult.Done(OptionalLong.of(9));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":true,\"result\":{\"message_id\":9,\"date\":99999999999,\"text\":\"{\"}}",
        "{\"result\":{\"chat\":{\"message_id\":1},\"message_id\":9},\"ok\":true}",
        "{\"ok\":true,\"result\":{\"message_id\":9,\"da"
      })
  void aMessageThatWasSentIsKnownByItsId(String answer) {
    assertThat(ApiResponse.read(200, answer).toCallResult()).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ok\":true,\"result\":true}", "{\"ok\":true,\"result\":[{\"a\":1}]}"})
  void aSuccessNeedsNoMessage(String answer) {
    assertThat(ApiResponse.read(200, answer).toCallResult())
        .isEqualTo(new CallResult.Done(OptionalLong.empty()));
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
        "{\"ok\":true,\"result\":{\"message_id\":",
        "{\"result\":true}",
        "{\"ok\":false,\"error_code\":403,\"descr"
      })
  void anUnreadableAnswerIsRetryable(String answer) {
    assertThat(ApiResponse.read(200, answer).toCallResult())
        .isInstanceOf(CallResult.Retryable.class);
  }

  @Test
  void aPhotoIsKnownByTheFileOfItsLastSizeUnlessTheAnswerBreaksOff() {
    String start =
        "{\"ok\":true,\"result\":{\"message_id\":9,\"photo\":[{\"file_id\":\"S\"},{\"file_id\":";

    assertThat(classify(start + "\"L\",\"width\":9}]}}"))
        .isEqualTo(new CallResult.Done(OptionalLong.of(9), Optional.of("L")));
    assertThat(classify(start)).isEqualTo(SENT);
  }

  @Test
  void aRefusalIsClassifiedByItsCode() {
    assertThat(
            classify(
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many"
                    + " Requests\",\"parameters\":{\"retry_after\":35}}"))
        .isEqualTo(new CallResult.RateLimited(Duration.ofSeconds(35)));
    assertThat(classify("{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden\"}"))
        .isEqualTo(new CallResult.Blocked());
    assertThat(classify("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: no\"}"))
        .isEqualTo(new CallResult.Refused(400, "Bad Request: no"));
    assertThat(classify("{\"ok\":false,\"error_code\":502,\"description\":\"Bad Gateway\"}"))
        .isEqualTo(CallResult.Retryable.ofStatus(502));
    assertThat(classify("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"))
        .isEqualTo(new CallResult.InvalidToken(401));
    assertThat(classify("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}"))
        .isEqualTo(new CallResult.InvalidToken(404));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>404 Not Found</html>",
        "{\"message\":\"no route\"}",
        "{\"ok\":false}",
        "{\"ok\":false,\"error_code\":CODE}",
        "{\"ok\":\"false\",\"error_code\":CODE,\"description\":\"Not Found\"}",
        "{\"error_code\":CODE,\"description\":\"Not Found\"}",
        "{\"ok\":false,\"error_code\":CODE,\"description\":\"Not Fou"
      })
  void anErrorInAnotherFormIsNoRefusal(String form) {
    for (int status : new int[] {400, 401, 403, 404, 413, 429}) {
      String answer = form.replace("CODE", Integer.toString(status));
      ApiResponse read = ApiResponse.read(status, answer);
      assertThat(read.refusal()).isEmpty();
      assertThat(read.toCallResult())
          .isInstanceOf(CallResult.Retryable.class)
          .asString()
          .contains("answers " + status)
          .doesNotContain("reached");
    }
  }

  @Test
  void anUnknownMethodIsNoInvalidToken() {
    assertThat(
            classify(
                "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: method not"
                    + " found\"}"))
        .isInstanceOf(CallResult.Refused.class);
  }

  private static CallResult classify(String answer) {
    return ApiResponse.read(200, answer).toCallResult();
  }
}
