package backtalk.telegram;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Creates executors of daemon threads, which do not keep the program from ending. */
public final class ThreadFactories {

  private static final int IDLE_SECONDS = 30;

  private ThreadFactories() {}

  /** Returns a pool of at most that many threads; further tasks wait in its queue. */
  public static ExecutorService pool(String name, int maxThreads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            maxThreads,
            maxThreads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  public static ScheduledExecutorService scheduler(String name) {
    return new ScheduledThreadPoolExecutor(1, named(name));
  }

  private static ThreadFactory named(String name) {
    return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
  }
}
