package backtalk.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import backtalk.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that items in one transaction are committed or refused individually. */
class GroupCommitTest {

  /** Stands for a result after which the work is rolled back. */
  private static final int UNDONE = -1;

  @TempDir Path directory;
  private ConnectionPool connections;
  private GroupCommit commits;

  @BeforeEach
  void open() {
    connections = SqliteDatabase.connect(directory.resolve("test.db"), Duration.ofMillis(50));
    commits = GroupCommit.over(connections);
    write(session -> session.run("create table numbers(n integer primary key)"));
  }

  @AfterEach
  void close() {
    commits.close();
    connections.close();
  }

  @Test
  void aFailedOrUndoneItemDoesNotAffectOthers() throws Exception {
    List<Future<Integer>> results =
        inOneBatch(
            List.of(
                session -> session.run("insert into numbers values (1)"),
                session -> session.run("insert into numbers values (1)"),
                session -> {
                  session.run("insert into numbers values (2)");
                  return UNDONE;
                },
                session -> {
                  session.run("insert into numbers values (3)");
                  throw new IllegalStateException("a mistake of ours");
                },
                session -> session.run("insert into numbers values (4)")));

    assertThat(results.get(0).get()).isEqualTo(1);
    assertThatThrownBy(() -> results.get(1).get()).hasCauseInstanceOf(StoreException.class);
    assertThat(results.get(2).get()).isEqualTo(UNDONE);
    assertThatThrownBy(() -> results.get(3).get()).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(results.get(4).get()).isEqualTo(1);
    assertThat(numbers()).containsExactly(1, 4);
  }

  @Test
  void aFailureOfTheDatabaseRefusesTheWholeBatchAndTheNextSucceeds() throws Exception {
    List<Future<Integer>> results =
        inOneBatch(
            List.of(
                session -> session.run("insert into numbers values (1)"),
                session -> session.run("insert into nowhere values (1)")));

    for (Future<Integer> result : results) {
      assertThatThrownBy(result::get).hasCauseInstanceOf(StoreException.class);
    }
    write(session -> session.run("insert into numbers values (5)"));
    assertThat(numbers()).containsExactly(5);
  }

  @Test
  void workAfterCloseIsRefused() {
    commits.close();

    assertThatThrownBy(() -> write(session -> 1)).isInstanceOf(StoreException.class);
  }

  /** Blocks the writer until all items are queued, so that they share one transaction. */
  private List<Future<Integer>> inOneBatch(List<Database.Work<Integer>> items) throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    List<Future<Integer>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      var unused =
          threads.submit(
              () ->
                  write(
                      session -> {
                        held.countDown();
                        return awaited(all);
                      }));
      held.await();
      for (Database.Work<Integer> work : items) {
        results.add(threads.submit(() -> write(work)));
        await().until(() -> commits.waiting() == results.size());
      }
      all.countDown();
    }
    return results;
  }

  private static int awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private int write(Database.Work<Integer> work) {
    return commits.write(work, result -> result != UNDONE);
  }

  private List<Integer> numbers() {
    return connections.with(
        session ->
            session.prepare("select n from numbers order by n").list(row -> row.getInt("n")));
  }
}
