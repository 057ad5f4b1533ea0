package backtalk.store;

import static backtalk.store.SampleTurns.note;
import static backtalk.store.SampleTurns.saying;
import static backtalk.store.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Lease;
import backtalk.dialogue.ports.ReplicaRegistry.Place;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.emulator.FaultyProxy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the contract on a PostgreSQL server, and the coordination of replicas that share it. */
class PostgresDialogueStoreTest extends DialogueStoreContract {

  private static final ChatId ANN = new ChatId(7_000_000_001L);

  private static final String ADDRESS = PostgresServer.newDatabase();

  private static Store here;
  private static Store there;

  @BeforeAll
  static void open() {
    here = Store.shared(ADDRESS);
    there = Store.shared(ADDRESS);
  }

  @BeforeEach
  void empty() {
    PostgresServer.empty(ADDRESS);
  }

  @AfterAll
  static void close() {
    here.close();
    there.close();
  }

  @Override
  DialogueStore dialogues() {
    return here.dialogues();
  }

  @Test
  void aTurnOfOneReplicaIsFoundByAnother() {
    done(turn(ANN, 1, 0, "a"));
    assertThat(there.dialogues().find(ANN).map(StoredDialogue::revision)).contains(1L);

    assertThat(there.dialogues().save(turn(ANN, 2, 1, "b"))).isEqualTo(DialogueStore.Saved.DONE);

    assertThat(dialogues().find(ANN).map(StoredDialogue::dialogue))
        .contains(SampleTurns.dialogue("b"));
    assertThat(dialogues().save(turn(ANN, 2, 2, "b"))).isEqualTo(DialogueStore.Saved.SEEN);
    assertThat(dialogues().save(turn(ANN, 3, 1, "c"))).isEqualTo(DialogueStore.Saved.STALE);
  }

  @Test
  void dialoguesOfAnotherConversationAreFoundByTheIndex() {
    PostgresServer.fill(ADDRESS);

    assertThat(PostgresServer.plan(ADDRESS, SampleTurns.bodiesOtherThan("same")))
        .noneMatch(line -> line.contains("Seq Scan"))
        .filteredOn(line -> line.contains("dialogue_conversation"))
        .hasSize(3);
  }

  @Test
  void aMessageIsSentByTheReplicaThatSavedIt() {
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0)));

    assertThat(there.dialogues().unsent(10)).isEmpty();
    assertThat(dialogues().unsent(10)).containsExactly(note(ANN, 1, 0));
  }

  @Test
  void aReplicaWaitsForEarlierMessagesOfAnother() {
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0)));
    there.dialogues().save(saying(turn(ANN, 2, 1, "b"), note(ANN, 2, 0)));

    assertThat(registry(there).place(note(ANN, 2, 0))).isEqualTo(Place.BEHIND);
    assertThat(registry(there).place(note(ANN, 1, 0))).isEqualTo(Place.GONE);
    assertThat(registry(here).place(note(ANN, 1, 0))).isEqualTo(Place.NEXT);

    dialogues().sent(note(ANN, 1, 0), OptionalLong.of(100));

    assertThat(registry(there).place(note(ANN, 2, 0))).isEqualTo(Place.NEXT);
    assertThat(registry(here).place(note(ANN, 1, 0))).isEqualTo(Place.GONE);
  }

  @Test
  void theOutboxOfAFailedReplicaIsTakenOverOnce() {
    Lease alive = registry(here).take(ReplicaRegistry.alive(registry(here).self())).orElseThrow();
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0)));
    assertThat(registry(there).adopt()).as("it is alive").isZero();

    assertThat(registry(there).drop(alive)).isTrue();
    assertThat(registry(there).adopt()).isEqualTo(1);

    assertThat(there.dialogues().unsent(10)).containsExactly(note(ANN, 1, 0));
    assertThat(dialogues().unsent(10)).isEmpty();
  }

  @Test
  void messagesTakenOverComeBeforeOnesOwn() {
    done(saying(turn(ANN, 1, 0, "a"), note(ANN, 1, 0)));
    there.dialogues().save(saying(turn(ANN, 2, 1, "b"), note(ANN, 2, 0)));

    registry(there).adopt();

    assertThat(registry(there).place(note(ANN, 2, 0))).isEqualTo(Place.OVERTAKEN);
    assertThat(registry(there).place(note(ANN, 1, 0))).isEqualTo(Place.NEXT);
    assertThat(there.dialogues().unsent(10)).containsExactly(note(ANN, 1, 0), note(ANN, 2, 0));
  }

  @Test
  void aLeaseHasOneHolder() {
    Lease held = registry(here).take("poller").orElseThrow();
    assertThat(registry(there).take("poller")).isEmpty();
    assertThat(registry(there).leases()).containsExactly(held);

    Lease renewed = registry(here).take(held).orElseThrow();

    assertThat(renewed.beat()).isEqualTo(held.beat() + 1);
    assertThat(registry(there).take(held)).as("seen too long ago").isEmpty();
    assertThat(registry(there).take(renewed)).map(Lease::holder).contains(registry(there).self());
    assertThat(registry(here).take(renewed)).as("lost").isEmpty();
    assertThat(registry(here).drop(renewed)).isFalse();
  }

  @Test
  @Timeout(60)
  void aSilentServerTimesOutAndIsRetriedOnANewConnection() {
    URI address = URI.create(ADDRESS);
    try (FaultyProxy faultyProxy = FaultyProxy.to(address.getPort());
        Store store = Store.shared(through(faultyProxy) + "?socketTimeout=5")) {
      assertThat(store.dialogues().save(turn(ANN, 1, 0, "a"))).isEqualTo(DialogueStore.Saved.DONE);

      faultyProxy.fallSilent();

      assertThatThrownBy(() -> store.dialogues().save(turn(ANN, 2, 1, "b")))
          .isInstanceOf(StoreException.class);
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(
              () -> store.dialogues().find(ANN).map(StoredDialogue::revision),
              Optional.of(1L)::equals);
      assertThat(store.dialogues().save(turn(ANN, 2, 1, "b"))).isEqualTo(DialogueStore.Saved.DONE);
    }
  }

  private static String through(FaultyProxy faultyProxy) {
    return ADDRESS.replaceFirst(":\\d+/", ":" + faultyProxy.port() + "/");
  }

  @Test
  void aFailureContainsNoPersonalData() {
    OutboxMessage secret = SampleTurns.sending(ANN, 1, 0, Message.Kind.NOTE, "secret words");

    Throwable failure =
        catchThrowable(() -> dialogues().save(saying(turn(ANN, 2, 0, "secret"), secret, secret)));

    assertThat(trace(failure))
        .contains("23505")
        .doesNotContain("secret", Long.toString(ANN.value()));
    done(turn(ANN, 2, 0, "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:s3cret@127.0.0.1:1/none",
        "postgres://ann:s3cret@127.0.0.1:1/none?sslmode=disable",
        "jdbc:postgresql://ann:s3cret@127.0.0.1:1/none",
        "postgresql://ann:s3cret@/none",
        "s3cret"
      })
  void anUnusableDatabaseIsReportedInOneLineWithoutThePassword(String wrong) {
    assertThatThrownBy(() -> Store.shared(wrong).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("DATABASE_URL")
        .message()
        .doesNotContain("s3cret", "\n");
  }

  @Test
  void anUnknownUserOrDatabaseIsReported() {
    for (String wrong :
        List.of(ADDRESS.replace("/test", "/none"), ADDRESS.replace("//postgres:", "//nobody:"))) {
      assertThatThrownBy(() -> Store.shared(wrong).close())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("DATABASE_URL");
    }
  }

  private static ReplicaRegistry registry(Store store) {
    return store.replicas().orElseThrow();
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
