package backtalk.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Holds an HTTP answer to a call.
 *
 * @param body what came of it, also where the rest did not
 */
record RawResponse(int status, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MAX_BYTES = 1 << 20;

  /** Reads the answer; one that breaks off was reached all the same. */
  static RawResponse of(Response response) {
    ResponseBody body = response.body();
    return new RawResponse(response.code(), body == null ? "" : start(body.source()));
  }

  private static String start(BufferedSource source) {
    try {
      source.request(MAX_BYTES);
    } catch (IOException breaksOff) {
      // What came before is read: it may hold the id of a message that was sent.
    }
    return source.getBuffer().snapshot(Math.toIntExact(size(source))).utf8();
  }

  private static long size(BufferedSource source) {
    return Math.min(source.getBuffer().size(), MAX_BYTES);
  }

  /** Says what the answer means. */
  CallResult toCallResult() {
    return ApiResponse.read(status, body).toCallResult();
  }

  /** Gives the result in a good answer. */
  JsonNode result() throws CallFailedException {
    try {
      return JSON.readTree(body).path("result");
    } catch (JsonProcessingException breaksOff) {
      throw new CallFailedException(CallResult.Retryable.notBotApi(status));
    }
  }
}
