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

/** Many write in one transaction: each is kept or refused by itself. */
class GroupCommitTest {

  @TempDir Path directory;
  private ConnectionPool connections;
  private GroupCommit commits;

  @BeforeEach
  void open() {
    connections = SqliteStore.connect(directory.resolve("test.db"), Duration.ofMillis(50));
    commits = GroupCommit.over(connections);
    commits.write((session, undo) -> session.run("create table pot(n integer primary key)"));
  }

  @AfterEach
  void close() {
    commits.close();
    connections.close();
  }

  @Test
  void whatFailsOrIsTakenBackHarmsNoOtherOfItsGroup() throws Exception {
    List<Future<Integer>> ends =
        inOneGroup(
            List.of(
                (session, undo) -> session.run("insert into pot values (1)"),
                (session, undo) -> session.run("insert into pot values (1)"),
                (session, undo) -> {
                  session.run("insert into pot values (2)");
                  undo.run();
                  return -1;
                },
                (session, undo) -> {
                  session.run("insert into pot values (3)");
                  throw new IllegalStateException("a mistake of ours");
                },
                (session, undo) -> session.run("insert into pot values (4)")));

    assertThat(ends.get(0).get()).isEqualTo(1);
    assertThatThrownBy(() -> ends.get(1).get()).hasCauseInstanceOf(StoreException.class);
    assertThat(ends.get(2).get()).isEqualTo(-1);
    assertThatThrownBy(() -> ends.get(3).get()).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(ends.get(4).get()).isEqualTo(1);
    assertThat(pot()).containsExactly(1, 4);
  }

  @Test
  void aFailureOfTheDatabaseRefusesTheWholeGroupAndTheNextIsKept() throws Exception {
    List<Future<Integer>> ends =
        inOneGroup(
            List.of(
                (session, undo) -> session.run("insert into pot values (1)"),
                (session, undo) -> session.run("insert into nowhere values (1)")));

    for (Future<Integer> end : ends) {
      assertThatThrownBy(end::get).hasCauseInstanceOf(StoreException.class);
    }
    commits.write((session, undo) -> session.run("insert into pot values (5)"));
    assertThat(pot()).containsExactly(5);
  }

  @Test
  void whatIsBroughtTooLateIsRefused() {
    commits.close();

    assertThatThrownBy(() -> commits.write((session, undo) -> 1))
        .isInstanceOf(StoreException.class);
  }

  /** Holds the writer up until all of them wait, so that they come into one transaction. */
  private List<Future<Integer>> inOneGroup(List<Database.Work<Integer>> works) throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    List<Future<Integer>> ends = new ArrayList<>();
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
      for (Database.Work<Integer> work : works) {
        ends.add(threads.submit(() -> commits.write(work)));
        await().until(() -> commits.waiting() == ends.size());
      }
      all.countDown();
    }
    return ends;
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

  private List<Integer> pot() {
    return connections.with(
        session ->
            session.prepare(NamedSql.of("select n from pot order by n")).list(row -> row.getInt("n")));
  }
}
