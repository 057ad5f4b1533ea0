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
    report = new Report(0, 0, Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  /**
   * Holds what the desk shows.
   *
   * @param revision counts the changes of the report
   * @param millis how long loading and proving took
   * @param problems lines that report mistakes and broken promises; empty before the first check
   * @param tests empty while they are played
   */
  record Report(
      long revision,
      long millis,
      Optional<List<String>> problems,
      Optional<TestRun.Results> tests,
      List<Cards.Card> cards,
      List<PhraseComparison> phrases) {

    Report with(Optional<TestRun.Results> results, List<Cards.Card> all) {
      return new Report(revision, millis, problems, results, all, phrases);
    }

    Report with(List<PhraseComparison> compared) {
      return new Report(revision, millis, problems, tests, cards, compared);
    }

    Report loaded(long took, List<String> found, List<Cards.Card> all) {
      return new Report(revision, took, Optional.of(found), Optional.empty(), all, phrases);
    }
  }

  /** Starts to watch the files, and plays the tests of the first version. */
  void start() {
    worker.start();
  }

  /** Returns the report once it is newer than {@code revision}, or as it is after some seconds. */
  synchronized Report after(long revision) throws InterruptedException {
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
    report =
        new Report(
            report.revision() + 1,
            next.millis(),
            next.problems(),
            next.tests(),
            next.cards(),
            next.phrases());
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
    List<String> problems = new ArrayList<>();
    List<ChatTest> tests = List.of();
    try {
      if (load) {
        take(Version.load(config, model));
      }
      tests = BotFactory.tests(config.conversation());
    } catch (InvalidConversationException broken) {
      problems.addAll(broken.lines());
    } catch (RuntimeException failed) {
      LOG.error("the files could not be loaded", failed);
      problems.add(String.valueOf(failed.getMessage()));
    }
    report((System.nanoTime() - began) / 1_000_000, problems);
    if (problems.isEmpty()) {
      play(tests);
    }
  }

  private synchronized void report(long millis, List<String> problems) {
    List<Cards.Card> cards = problems.isEmpty() ? Cards.topics(version.bot()) : report.cards();
    publish(report.loaded(millis, problems, cards));
  }

  private synchronized void take(Version next) {
    version = next;
    use.accept(next);
    publish(report.with(report.phrases().stream().map(it -> it.next(next.bot())).toList()));
  }

  /** Plays the tests unless the files change meanwhile. */
  private void play(List<ChatTest> tests) {
    TestRun run = new TestRun(version);
    Optional<TestRun.Results> results = run.play(tests, config.conversation(), watch::isOutdated);
    if (results.isPresent()) {
      List<Cards.Card> cards = new ArrayList<>(run.cards());
      synchronized (this) {
        cards.addAll(report.cards());
        publish(report.with(results, cards));
      }
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
