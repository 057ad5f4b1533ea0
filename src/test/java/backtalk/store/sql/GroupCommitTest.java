package backtalk.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import backtalk.store.StoreException;
import backtalk.store.sqlite.SqliteStore;
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

  @TempDir Path directory;
  private ConnectionPool connections;
  private GroupCommit commits;

  @BeforeEach
  void open() {
    connections = SqliteStore.connect(directory.resolve("test.db"), Duration.ofMillis(50));
    commits = GroupCommit.over(connections);
    commits.write((session, undo) -> session.run("create table numbers(n integer primary key)"));
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
                (session, undo) -> session.run("insert into numbers values (1)"),
                (session, undo) -> session.run("insert into numbers values (1)"),
                (session, undo) -> {
                  session.run("insert into numbers values (2)");
                  undo.run();
                  return -1;
                },
                (session, undo) -> {
                  session.run("insert into numbers values (3)");
                  throw new IllegalStateException("a mistake of ours");
                },
                (session, undo) -> session.run("insert into numbers values (4)")));

    assertThat(results.get(0).get()).isEqualTo(1);
    assertThatThrownBy(() -> results.get(1).get()).hasCauseInstanceOf(StoreException.class);
    assertThat(results.get(2).get()).isEqualTo(-1);
    assertThatThrownBy(() -> results.get(3).get()).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(results.get(4).get()).isEqualTo(1);
    assertThat(numbers()).containsExactly(1, 4);
  }

  @Test
  void aFailureOfTheDatabaseRefusesTheWholeBatchAndTheNextSucceeds() throws Exception {
    List<Future<Integer>> results =
        inOneBatch(
            List.of(
                (session, undo) -> session.run("insert into numbers values (1)"),
                (session, undo) -> session.run("insert into nowhere values (1)")));

    for (Future<Integer> result : results) {
      assertThatThrownBy(result::get).hasCauseInstanceOf(StoreException.class);
    }
    commits.write((session, undo) -> session.run("insert into numbers values (5)"));
    assertThat(numbers()).containsExactly(5);
  }

  @Test
  void workAfterCloseIsRefused() {
    commits.close();

    assertThatThrownBy(() -> commits.write((session, undo) -> 1))
        .isInstanceOf(StoreException.class);
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
                  commits.write(
                      (session, undo) -> {
                        held.countDown();
                        return awaited(all);
                      }));
      held.await();
      for (Database.Work<Integer> work : items) {
        results.add(threads.submit(() -> commits.write(work)));
        await().until(() -> commits.waiting() == results.size());
      }
      all.countDown();
    }
    return results;
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<Integer> numbers() {
    return connections.with(
        session ->
            session
                .prepare(NamedSql.of("select n from numbers order by n"))
                .list(row -> row.getInt("n")));
  }
}
