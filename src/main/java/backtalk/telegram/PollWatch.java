package backtalk.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Sees the answers to polls, of which the library keeps nothing but that they failed. */
final class PollWatch implements Interceptor {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MOST_BYTES = 4096;

  private final Pulse pulse;

  PollWatch(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      Response response = chain.proceed(chain.request());
      pulse.answered();
      if (!response.isSuccessful()) {
        refusal(response.code(), response.peekBody(MOST_BYTES).string());
      }
      return response;
    } catch (IOException unreachable) {
      if (!chain.call().isCanceled()) {
        pulse.troubled(
            "Telegram cannot be reached, trying on: " + Disguise.ofConnection(unreachable));
      }
      throw unreachable;
    }
  }

  private void refusal(int code, String body) {
    switch (code) {
      case 401, 404 -> pulse.refused(code);
      case 409 ->
          pulse.troubled(
              "another instance is polling with this token, or has set a webhook (409); trying on");
      default -> {
        retryAfter(body).ifPresent(seconds -> pulse.waitFor(Duration.ofSeconds(seconds)));
        pulse.troubled("Telegram answers polls with " + code + ", trying on");
      }
    }
  }

  private static OptionalInt retryAfter(String body) {
    try {
      int seconds = JSON.readTree(body).path("parameters").path("retry_after").asInt();
      return seconds > 0 ? OptionalInt.of(seconds) : OptionalInt.empty();
    } catch (JsonProcessingException page) {
      return OptionalInt.empty();
    }
  }
}
