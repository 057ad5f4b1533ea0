package backtalk.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Sees the answers to polls, of which the library keeps nothing but that they failed. */
final class PollWatch implements Interceptor {

  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final long MOST_BYTES = 4096;

  private final Pulse pulse;

  PollWatch(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = answer(chain);
    pulse.answered();
    if (response.code() != OK) {
      refusal(Envelope.read(response.code(), start(response)));
    }
    return response;
  }

  private Response answer(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException unreachable) {
      if (!chain.call().isCanceled()) {
        pulse.troubled("Telegram " + Verdict.Later.unreached(unreachable) + "; trying on");
      }
      throw unreachable;
    }
  }

  private static String start(Response response) {
    try {
      return response.peekBody(MOST_BYTES).string();
    } catch (IOException breaksOff) {
      return "";
    }
  }

  private void refusal(Envelope answer) {
    OptionalInt code = answer.refusal();
    Verdict verdict = answer.verdict();
    if (verdict instanceof Verdict.Unknown(int refused)) {
      pulse.refused(refused);
    } else if (code.isPresent() && code.getAsInt() == CONFLICT) {
      pulse.troubled(
          "another instance is polling with this token, or has set a webhook (409); trying on");
    } else if (code.isPresent()) {
      if (verdict instanceof Verdict.Wait(Duration length)) {
        pulse.waitFor(length);
      }
      pulse.troubled("Telegram answers polls with " + code.getAsInt() + ", trying on");
    } else {
      pulse.troubled("Telegram " + verdict.clause() + "; trying on");
    }
  }
}
