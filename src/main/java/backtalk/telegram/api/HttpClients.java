package backtalk.telegram.api;

import backtalk.telegram.TelegramConfig;
import backtalk.telegram.ThreadFactories;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** How Telegram is reached: with time limits everywhere, and nothing repeated behind our backs. */
public final class HttpClients {

  private static final int POLLS = 2;
  private static final int KEPT_SECONDS = 75;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WRITE = Duration.ofSeconds(15);

  /** One limit for all of a call: each more costs more than the rest of a call's bookkeeping. */
  private static final Duration WHOLE_CALL = Duration.ofSeconds(15);

  private HttpClients() {}

  /** For messages, answers, and a few questions at the start. */
  static OkHttpClient forSending() {
    return base(2 * BotApiClient.AT_ONCE, "telegram-send")
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .callTimeout(WHOLE_CALL)
        .build();
  }

  /** For polls that are held back so long and waited for that much longer. */
  public static OkHttpClient forPolling(TelegramConfig.Tuning tuning, Interceptor watch) {
    Duration read = tuning.longPoll().plus(tuning.patience());
    return base(POLLS, "telegram-poll-call")
        .readTimeout(read)
        .writeTimeout(WRITE)
        .callTimeout(read.plus(CONNECT).plus(tuning.patience()))
        .addInterceptor(watch)
        .build();
  }

  /** Ends what is under way, so that nobody waits for it. */
  public static void end(OkHttpClient client) {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  private static OkHttpClient.Builder base(int atOnce, String name) {
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher(atOnce, name))
        .connectionPool(new ConnectionPool(atOnce, KEPT_SECONDS, TimeUnit.SECONDS))
        .connectTimeout(CONNECT)
        .retryOnConnectionFailure(false);
  }

  private static Dispatcher dispatcher(int atOnce, String name) {
    Dispatcher dispatcher = new Dispatcher(ThreadFactories.unbounded(name));
    dispatcher.setMaxRequests(atOnce);
    dispatcher.setMaxRequestsPerHost(atOnce);
    return dispatcher;
  }
}
