package backtalk.telegram.api;

import backtalk.telegram.BotMetrics;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.TelegramConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * Makes calls of the Bot API on the caller's thread, without retries. It is meant for virtual
 * threads: calls beyond {@link #MAX_CONCURRENT} wait.
 */
public final class BotApiClient {

  /**
   * The most concurrent calls. Telegram answers after some 50 ms, so that these are 5,000 calls a
   * second.
   */
  static final int MAX_CONCURRENT = 256;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType PNG_TYPE = MediaType.get("image/png");
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final OkHttpClient client;
  private final HttpUrl baseUrl;
  private final BotMetrics metrics;
  private final TelegramConfig.Tuning tuning;
  private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

  /** Calls one bot over this HTTP client. */
  public BotApiClient(OkHttpClient client, TelegramConfig config, BotMetrics metrics) {
    TelegramUrl url = config.url();
    this.client = client;
    this.metrics = metrics;
    this.tuning = config.tuning();
    this.baseUrl =
        new HttpUrl.Builder()
            .scheme(url.getSchema())
            .host(url.getHost())
            .port(url.getPort())
            .addPathSegment("bot" + config.token())
            .build();
  }

  /** Returns the growing waits between the attempts of a call. */
  public ExponentialBackoff backoff() {
    return tuning.callBackoff();
  }

  /** Makes the call and returns its result. The HTTP client limits the time. */
  public CallResult call(PartialBotApiMethod<?> method) {
    long startedAt = System.nanoTime();
    CallResult result = tryCall(method);
    metrics.callCompleted(method.getMethod(), result, startedAt);
    return result;
  }

  private CallResult tryCall(PartialBotApiMethod<?> method) {
    try {
      return answer(method).toCallResult();
    } catch (IOException | TelegramApiValidationException | RuntimeException failed) {
      return CallResult.of(failed);
    }
  }

  /**
   * Makes the call and returns its result as JSON, so that fields may be added or missing.
   *
   * @throws CallFailedException if the call has no result
   */
  public JsonNode ask(PartialBotApiMethod<?> method) throws CallFailedException {
    try {
      ApiResponse answer = answer(method);
      if (answer.toCallResult() instanceof CallResult.Done) {
        return answer.result();
      }
      throw new CallFailedException(answer.toCallResult());
    } catch (IOException | TelegramApiValidationException | RuntimeException failed) {
      throw new CallFailedException(CallResult.of(failed));
    }
  }

  private ApiResponse answer(PartialBotApiMethod<?> method)
      throws IOException, TelegramApiValidationException {
    method.validate();
    Request request =
        new Request.Builder()
            .url(baseUrl.newBuilder().addPathSegment(method.getMethod()).build())
            .post(body(method))
            .build();
    permits.acquireUninterruptibly();
    try (Response response = client.newCall(request).execute()) {
      return ApiResponse.of(response);
    } finally {
      permits.release();
    }
  }

  private static RequestBody body(PartialBotApiMethod<?> method) throws JsonProcessingException {
    return method instanceof SendPhotoRequest photo && photo.content().isPresent()
        ? form(photo.fields(), photo.content().get())
        : RequestBody.create(JSON.writeValueAsBytes(method), JSON_TYPE);
  }

  /** Returns a form with a photo, which JSON cannot hold. */
  private static RequestBody form(ObjectNode fields, byte[] photo) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    fields
        .properties()
        .forEach(
            field ->
                form.addFormDataPart(
                    field.getKey(),
                    field.getValue().isTextual()
                        ? field.getValue().asText()
                        : field.getValue().toString()));
    return form.addFormDataPart("photo", "picture.png", RequestBody.create(photo, PNG_TYPE))
        .build();
  }
}
