package backtalk.studio;

import backtalk.app.BotFactory;
import backtalk.app.InvalidConversationException;
import backtalk.config.Config;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.chattests.ChatTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the conversation again on each change of its files, and reports what is wrong with them.
 * The last version without a problem goes on.
 */
final class Desk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final Duration PERIOD = Duration.ofMillis(250);

  /** Limits the wait for a change, so that a request ends before the page gives it up. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Config config;
  private final OnnxEmbedder model;
  private final Consumer<Version> use;
  private final FolderWatch watch;
  private final Thread worker = Thread.ofPlatform().daemon().name("desk").unstarted(this::run);
  private Version version;
  private Report report;

  /**
   * Creates a desk.
   *
   * @param use takes each new version without a problem
   */
  Desk(Version version, Config config, OnnxEmbedder model, Consumer<Version> use) {
    this.version = version;
    this.config = config;
    this.model = model;
    this.use = use;
    watch = new FolderWatch(config.conversation());
    report = Report.checking(config.conversation().toString());
  }

  /**
   * Defines the report in JSON.
   *
   * @param revision counts the changes of the report
   * @param status checking, holds or broken
   * @param millis how long loading and proving took
   * @param tests empty while they are played
   */
  record Report(
      long revision,
      String folder,
      String status,
      long millis,
      List<Version.Problem> problems,
      Optional<TestRun.Results> tests,
      List<Cards.Card> cards,
      List<PhraseComparison> phrases) {

    static Report checking(String folder) {
      return new Report(
          0, folder, "checking", 0, List.of(), Optional.empty(), List.of(), List.of());
    }

    Report loaded(String newStatus, long took, List<Version.Problem> found) {
      return new Report(revision, folder, newStatus, took, found, tests, cards, phrases);
    }

    Report with(Optional<TestRun.Results> results, List<Cards.Card> all) {
      return new Report(revision, folder, status, millis, problems, results, all, phrases);
    }

    Report with(List<PhraseComparison> compared) {
      return new Report(revision, folder, status, millis, problems, tests, cards, compared);
    }

    Report next() {
      return new Report(revision + 1, folder, status, millis, problems, tests, cards, phrases);
    }
  }

  /** Starts to watch the files, and plays the tests of the first version. */
  void start() {
    worker.start();
  }

  /** Returns the report once it is newer than {@code revision}, or as it is after some seconds. */
  synchronized Report after(long revision) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    for (long left = LONGEST_WAIT.toMillis();
        report.revision() <= revision && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return report;
  }

  /** Compares the replies to these phrases between versions from now on. */
  Report compare(List<String> phrases) {
    List<PhraseComparison> compared = PhraseComparison.begin(phrases, version().bot());
    return publish(report().with(compared));
  }

  private synchronized Report report() {
    return report;
  }

  synchronized Version version() {
    return version;
  }

  private synchronized Report publish(Report next) {
    report = next.next();
    notifyAll();
    return report;
  }

  private void run() {
    try {
      check(false);
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(PERIOD);
        if (watch.hasChanged()) {
          check(true);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(boolean load) {
    long began = System.nanoTime();
    try {
      if (load) {
        take(Version.load(config, model));
      }
      List<ChatTest> tests = BotFactory.tests(config.conversation());
      publish(report().loaded("holds", millis(began), List.of()).with(Optional.empty(), List.of()));
      play(tests);
    } catch (InvalidConversationException broken) {
      publish(report().loaded("broken", millis(began), Version.problems(broken)));
    } catch (RuntimeException failed) {
      LOG.error("the files could not be loaded", failed);
      Version.Problem problem =
          new Version.Problem("", String.valueOf(failed.getMessage()), List.of());
      publish(report().loaded("broken", millis(began), List.of(problem)));
    }
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private void take(Version next) {
    synchronized (this) {
      version = next;
    }
    use.accept(next);
    publish(report().with(report().phrases().stream().map(it -> it.next(next.bot())).toList()));
  }

  /** Plays the tests unless the files change meanwhile. */
  private void play(List<ChatTest> tests) {
    List<Cards.Card> cards = new ArrayList<>(Cards.topics(version()));
    publish(report().with(Optional.empty(), cards));
    TestRun run = new TestRun(version(), config.conversation());
    Optional<TestRun.Results> results = run.play(tests, watch::isOutdated);
    if (results.isPresent()) {
      cards.addAll(0, Cards.positions(version(), run.shown()));
      publish(report().with(results, cards));
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
