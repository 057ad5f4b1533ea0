package backtalk.telegram;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** How Telegram is reached: with time limits everywhere, and nothing repeated behind our backs. */
final class Clients {

  /** Telegram is one host: five at a time, as OkHttp has it, would be far too few. */
  private static final int AT_ONCE = 64;

  private static final int POLLS = 2;
  private static final int KEPT_SECONDS = 75;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(15);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(25);

  private Clients() {}

  /** For messages, and for a few questions at the start. */
  static OkHttpClient forSending() {
    return base(AT_ONCE, "telegram-send")
        .readTimeout(READ)
        .writeTimeout(READ)
        .callTimeout(WHOLE_CALL)
        .build();
  }

  /** For short calls that are not to wait behind those of {@code other}; connections are shared. */
  static OkHttpClient beside(OkHttpClient other) {
    return other.newBuilder().dispatcher(dispatcher(AT_ONCE, "telegram-answer-call")).build();
  }

  /** For polls that are held back so long and waited for that much longer. */
  static OkHttpClient forPolling(Settings.Tuning tuning, Interceptor watch) {
    Duration read = tuning.longPoll().plus(tuning.patience());
    return base(POLLS, "telegram-poll-call")
        .readTimeout(read)
        .writeTimeout(READ)
        .callTimeout(read.plus(CONNECT).plus(tuning.patience()))
        .addInterceptor(watch)
        .build();
  }

  /** Ends what is under way, so that nobody waits for it. */
  static void end(OkHttpClient client) {
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
    Dispatcher dispatcher = new Dispatcher(Threads.unbounded(name));
    dispatcher.setMaxRequests(atOnce);
    dispatcher.setMaxRequestsPerHost(atOnce);
    return dispatcher;
  }
}
