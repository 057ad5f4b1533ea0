package backtalk.studio;

import backtalk.app.BotFactory;
import backtalk.app.InvalidConversationException;
import backtalk.config.Config;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.chattests.ChatTest;
import io.javalin.http.ServiceUnavailableResponse;
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
  private long revision;
  private Work work = Work.CHECKING;
  private long millis;
  private List<String> problems = List.of();
  private Optional<TestRun.Results> tests = Optional.empty();
  private List<Cards.Card> cards = List.of();
  private List<PhraseComparison> phrases = List.of();

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
      List<PhraseComparison> phrases) {}

  /**
   * Returns the report once it is newer than {@code seen}, or as it is after some seconds. The
   * first call starts the work, so that the page opens before the tests are played.
   */
  synchronized Report after(long seen) {
    if (worker.getState() == Thread.State.NEW) {
      worker.start();
    }
    long end = System.currentTimeMillis() + LONGEST_WAIT.toMillis();
    try {
      for (long left = LONGEST_WAIT.toMillis(); revision <= seen && left > 0; ) {
        wait(left);
        left = end - System.currentTimeMillis();
      }
      return report();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableResponse("the studio ends");
    }
  }

  private Report report() {
    return new Report(revision, work, millis, problems, tests, cards, phrases);
  }

  /** Compares the replies to these phrases between versions from now on. */
  synchronized Report compare(List<String> phrases) {
    change(() -> this.phrases = PhraseComparison.begin(phrases, version.bot()));
    return report();
  }

  private synchronized void change(Runnable change) {
    change.run();
    revision++;
    notifyAll();
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

  /**
   * Loads the files, reports on them, and plays the tests when nothing is wrong, unless the files
   * change meanwhile.
   */
  private void check(Runnable load) {
    long began = System.nanoTime();
    begin(Work.CHECKING);
    try {
      load.run();
      List<ChatTest> all = BotFactory.tests(config.conversation());
      end(began, List.of());
      new TestRun(version.bot())
          .play(all, config.conversation(), watch::isOutdated)
          .ifPresent(results -> change(() -> tests = Optional.of(results)));
    } catch (InvalidConversationException broken) {
      end(began, broken.lines());
    } catch (RuntimeException failed) {
      LOG.error("the files could not be loaded", failed);
      end(began, List.of(String.valueOf(failed.getMessage())));
    }
  }

  private void begin(Work next) {
    change(() -> work = next);
  }

  private void end(long began, List<String> found) {
    List<Cards.Card> all = found.isEmpty() ? Cards.of(version.bot()) : cards;
    change(
        () -> {
          work = Work.DONE;
          millis = (System.nanoTime() - began) / 1_000_000;
          problems = found;
          tests = Optional.empty();
          cards = all;
        });
  }

  private void take(Version next) {
    use.accept(next);
    change(
        () -> {
          version = next;
          phrases = phrases.stream().map(it -> it.next(next.bot())).toList();
        });
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
