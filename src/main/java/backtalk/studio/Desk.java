package backtalk.studio;

import backtalk.app.BotFactory;
import backtalk.app.InvalidConversationException;
import backtalk.config.Config;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.chattests.ChatTest;
import java.time.Duration;
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
  private static final Duration PERIOD = Duration.ofMillis(100);

  /** Limits the wait for a change, so that a request ends before the page gives it up. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Config config;
  private final OnnxEmbedder model;
  private final Consumer<Version> use;
  private final FolderWatch watch;
  private final Thread worker = Thread.ofPlatform().daemon().name("desk").unstarted(this::run);
  private Version version;
  private Report report =
      new Report(0, Work.CHECKING, 0, List.of(), Optional.empty(), List.of(), List.of());

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
  }

  /** Lists what the desk does with the files. */
  enum Work {
    /** Reads them and proves their promises. */
    CHECKING,
    /** Trains the classifiers on changed examples. */
    TRAINING,
    /** Waits for a change, and plays the tests meanwhile. */
    DONE
  }

  /**
   * Holds what the desk shows.
   *
   * @param revision counts the changes of the report
   * @param millis how long loading and proving took
   * @param problems lines that report the mistakes and broken promises that were found last
   * @param tests empty while they are played
   */
  record Report(
      long revision,
      Work work,
      long millis,
      List<String> problems,
      Optional<TestRun.Results> tests,
      List<Cards.Card> cards,
      List<PhraseComparison> phrases) {

    Report with(Work next) {
      return new Report(revision + 1, next, millis, problems, tests, cards, phrases);
    }

    Report with(TestRun.Results results) {
      return new Report(revision + 1, work, millis, problems, Optional.of(results), cards, phrases);
    }

    Report with(List<PhraseComparison> compared) {
      return new Report(revision + 1, work, millis, problems, tests, cards, compared);
    }

    Report checked(long took, List<String> found, List<Cards.Card> all) {
      return new Report(revision + 1, Work.DONE, took, found, Optional.empty(), all, phrases);
    }
  }

  /**
   * Returns the report once it is newer than {@code revision}, or as it is after some seconds. The
   * first call starts the work, so that the page opens before the tests are played.
   */
  synchronized Report after(long revision) throws InterruptedException {
    if (worker.getState() == Thread.State.NEW) {
      worker.start();
    }
    long end = System.currentTimeMillis() + LONGEST_WAIT.toMillis();
    for (long left = LONGEST_WAIT.toMillis(); report.revision() <= revision && left > 0; ) {
      wait(left);
      left = end - System.currentTimeMillis();
    }
    return report;
  }

  /** Compares the replies to these phrases between versions from now on. */
  synchronized Report compare(List<String> phrases) {
    return publish(report.with(PhraseComparison.begin(phrases, version.bot())));
  }

  private synchronized Report publish(Report next) {
    report = next;
    notifyAll();
    return report;
  }

  private void run() {
    try {
      check(() -> {});
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(PERIOD);
        if (watch.hasChanged()) {
          check(() -> take(Version.load(config, model, () -> begin(Work.TRAINING))));
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Loads the files, reports on them, and plays the tests when nothing is wrong. */
  private void check(Runnable load) {
    long began = System.nanoTime();
    begin(Work.CHECKING);
    try {
      load.run();
      List<ChatTest> tests = BotFactory.tests(config.conversation());
      end(began, List.of());
      play(tests);
    } catch (InvalidConversationException broken) {
      end(began, broken.lines());
    } catch (RuntimeException failed) {
      LOG.error("the files could not be loaded", failed);
      end(began, List.of(String.valueOf(failed.getMessage())));
    }
  }

  private synchronized void begin(Work work) {
    publish(report.with(work));
  }

  private synchronized void end(long began, List<String> problems) {
    long millis = (System.nanoTime() - began) / 1_000_000;
    List<Cards.Card> cards = problems.isEmpty() ? Cards.of(version.bot()) : report.cards();
    publish(report.checked(millis, problems, cards));
  }

  private synchronized void take(Version next) {
    version = next;
    use.accept(next);
    publish(report.with(report.phrases().stream().map(it -> it.next(next.bot())).toList()));
  }

  /** Plays the tests unless the files change meanwhile. */
  private void play(List<ChatTest> tests) {
    Optional<TestRun.Results> results =
        new TestRun(version.bot()).play(tests, config.conversation(), watch::isOutdated);
    synchronized (this) {
      results.ifPresent(them -> publish(report.with(them)));
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
