package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.Commit;
import backtalk.telegram.outbound.SendQueue;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job asks in the operator's daytime only, and only where this replica has the duty. */
class FollowUpJobTest {

  private static final ChatId ANN = new ChatId(7);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private final List<IncomingInput> asked = new ArrayList<>();
  private final List<FollowUpJob> jobs = new ArrayList<>();

  private FollowUpJob job(boolean leads, String zone) {
    backtalk.dialogue.ports.DialogueStore store =
        (backtalk.dialogue.ports.DialogueStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {backtalk.dialogue.ports.DialogueStore.class},
                (proxy, method, arguments) -> List.of(ANN));
    ReplicaDuties duties =
        new ReplicaDuties(() -> OptionalLong.of(0), () -> leads, () -> leads, Optional.empty());
    TelegramBot.Work work =
        new TelegramBot.Work(
            (incoming, planner) -> {
              asked.add(incoming);
              return Optional.empty();
            },
            store,
            duties,
            BotFixture.NO_PICTURES,
            question -> List.of());
    FollowUpJob job =
        new FollowUpJob(
            work, new SendQueue((message, recovered) -> true), now::get, ZoneId.of(zone));
    jobs.add(job);
    return job;
  }

  @AfterEach
  void end() {
    jobs.forEach(FollowUpJob::end);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T08:59:59Z, UTC, 0",
    "2026-03-01T09:00:00Z, UTC, 1",
    "2026-03-01T19:59:59Z, UTC, 1",
    "2026-03-01T20:00:00Z, UTC, 0",
    "2026-03-01T03:30:00Z, Asia/Kolkata, 1",
    "2026-03-01T08:00:00Z, Europe/Berlin, 1",
    "2026-07-01T18:00:00Z, Europe/Berlin, 0"
  })
  void peopleAreAskedBetweenNineAndTwenty(Instant at, String zone, int times) {
    now.set(at);

    job(true, zone).round();

    assertThat(asked).hasSize(times);
  }

  @Test
  void theTurnHasNoUpdateAndItsOwnTime() {
    job(true, "UTC").round();

    assertThat(asked)
        .containsExactly(
            new IncomingInput(ANN, Commit.NO_UPDATE, new Input.FollowUpDue(), now.get()));
  }

  @Test
  void onlyTheLeaderAsks() {
    job(false, "UTC").round();

    assertThat(asked).isEmpty();
  }

  @Test
  void aClockThatIsPutBackOnlyMakesItLater() {
    FollowUpJob job = job(true, "UTC");
    now.set(now.get().minus(Duration.ofHours(6)));
    job.round();
    assertThat(asked).isEmpty();

    now.set(now.get().plus(Duration.ofHours(6)));
    job.round();

    assertThat(asked).hasSize(1);
  }
}
