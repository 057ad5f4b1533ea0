package backtalk.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Holds the HTTP answer to a call.
 *
 * @param body the body as far as it was received
 */
record RawResponse(int status, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAX_BYTES = 1 << 20;

  /** Reads the answer, also one that breaks off: Telegram has received its call all the same. */
  static RawResponse of(Response response) {
    ResponseBody body = response.body();
    return new RawResponse(response.code(), body == null ? "" : start(body.source()));
  }

  private static String start(BufferedSource source) {
    try {
      source.request(MAX_BYTES);
    } catch (IOException breaksOff) {
      // The part that was received may hold the id of a message that was sent.
    }
    return source.getBuffer().snapshot(Math.toIntExact(size(source))).utf8();
  }

  private static long size(BufferedSource source) {
    return Math.min(source.getBuffer().size(), MAX_BYTES);
  }

  /** Classifies the answer. */
  CallResult toCallResult() {
    return ApiResponse.read(status, body).toCallResult();
  }

  /** Returns the result in a successful answer. */
  JsonNode result() throws CallFailedException {
    try {
      return JSON.readTree(body).path("result");
    } catch (JsonProcessingException breaksOff) {
      throw new CallFailedException(CallResult.Retryable.notBotApi(status));
    }
  }
}
