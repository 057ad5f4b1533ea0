package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.api.ApiResponse;
import backtalk.telegram.api.CallResult;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Intercepts the answers to polls, because the library reports only that a poll failed. */
public final class PollingInterceptor implements Interceptor {

  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final long MAX_BYTES = 4096;

  private final ConnectionStatus status;

  public PollingInterceptor(ConnectionStatus status) {
    this.status = status;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = answer(chain);
    status.answered();
    if (response.code() != OK) {
      reportFailure(ApiResponse.read(response.code(), start(response)));
    }
    return response;
  }

  private Response answer(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException unreachable) {
      if (!chain.call().isCanceled()) {
        status.reportTrouble(
            "Telegram " + CallResult.Retryable.unreachable(unreachable) + "; trying on");
      }
      throw unreachable;
    }
  }

  private static String start(Response response) {
    try {
      return response.peekBody(MAX_BYTES).string();
    } catch (IOException breaksOff) {
      return "";
    }
  }

  private void reportFailure(ApiResponse answer) {
    OptionalInt code = answer.refusal();
    CallResult result = answer.toCallResult();
    if (result instanceof CallResult.InvalidToken(int refused)) {
      status.reportRefusedToken(refused);
    } else if (code.isPresent() && code.getAsInt() == CONFLICT) {
      status.reportTrouble(
          "another instance is polling with this token, or has set a webhook (409); trying on");
    } else if (code.isPresent()) {
      if (result instanceof CallResult.RateLimited(Duration length)) {
        status.requestWait(length);
      }
      status.reportTrouble("Telegram answers polls with " + code.getAsInt() + ", trying on");
    } else {
      status.reportTrouble("Telegram " + result.describe() + "; trying on");
    }
  }
}
