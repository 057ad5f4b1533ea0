package backtalk.telegram.api;

import backtalk.telegram.TelegramConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Creates HTTP clients with time limits and without automatic retries. */
public final class HttpClients {

  private static final int MAX_POLLS = 2;
  private static final int KEEP_ALIVE_SECONDS = 75;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(15);

  /**
   * The only time limit of a call: each further one would cost more than the rest of its
   * bookkeeping.
   */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);

  /** Holds what the clients share: above all the trusted certificates, which take long to read. */
  private static final OkHttpClient COMMON = new OkHttpClient();

  private HttpClients() {}

  /** Reads the trusted certificates, unless that was done before. */
  public static void preload() {
    var unused = COMMON.sslSocketFactory();
  }

  /** Returns a client for all calls but polls. */
  static OkHttpClient forSending() {
    return base(2 * BotApiClient.MAX_CONCURRENT)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .callTimeout(CALL_TIMEOUT)
        .build();
  }

  /**
   * Returns a client for long polls, whose read timeout exceeds the time that Telegram holds them
   * back.
   */
  public static OkHttpClient forPolling(TelegramConfig.Tuning tuning, Interceptor interceptor) {
    Duration read = tuning.longPoll().plus(tuning.readMargin());
    return base(MAX_POLLS)
        .readTimeout(read)
        .writeTimeout(WRITE_TIMEOUT)
        .callTimeout(read.plus(CONNECT_TIMEOUT).plus(tuning.readMargin()))
        .addInterceptor(interceptor)
        .build();
  }

  /** Cancels the calls that are under way and releases the connections. */
  public static void end(OkHttpClient client) {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  private static OkHttpClient.Builder base(int maxIdle) {
    return COMMON
        .newBuilder()
        .dispatcher(new Dispatcher())
        .connectionPool(new ConnectionPool(maxIdle, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
        .connectTimeout(CONNECT_TIMEOUT)
        .retryOnConnectionFailure(false);
  }
}
