package backtalk.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

/** What whoever brings an update hears, under pressure too. */
class PushedTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration HARDLY = Duration.ofMillis(1);

  private final Stop stop = new Stop();
  private final CountDownLatch open = new CountDownLatch(1);
  private final Set<Integer> taken = ConcurrentHashMap.newKeySet();
  private final Lanes lanes = new Lanes(this::reception, stop);

  private Taken reception(Update update) {
    try {
      open.await();
    } catch (InterruptedException stopped) {
      return Taken.LEFT;
    }
    taken.add(update.getUpdateId());
    return Taken.DONE;
  }

  @Test
  void itIsTakenOnceItsTurnIsKept() {
    open.countDown();

    assertThat(pushed(1, LONG)).isEqualTo(Pushed.TAKEN);
    assertThat(taken).containsExactly(1);
  }

  @Test
  void whoseTurnTakesTooLongIsToComeAgainAndItsTurnGoesOn() {
    assertThat(pushed(1, HARDLY)).isEqualTo(Pushed.BUSY);

    open.countDown();
    assertThat(lanes.awaitEmpty(LONG)).isTrue();
    assertThat(taken).containsExactly(1);
  }

  @Test
  void whatThereIsNoRoomForIsToComeAgainAndHasNoTurn() {
    for (int id = 1; id <= Lanes.MOST_OF_A_CHAT; id++) {
      assertThat(pushed(id, HARDLY)).isEqualTo(Pushed.BUSY);
    }

    assertThat(pushed(Lanes.MOST_OF_A_CHAT + 1, LONG)).as("at once").isEqualTo(Pushed.BUSY);

    open.countDown();
    assertThat(lanes.awaitEmpty(LONG)).isTrue();
    assertThat(taken).hasSize(Lanes.MOST_OF_A_CHAT).doesNotContain(Lanes.MOST_OF_A_CHAT + 1);
    assertThat(pushed(Lanes.MOST_OF_A_CHAT + 1, LONG)).isEqualTo(Pushed.TAKEN);
  }

  @Test
  void whatComesWhenItIsTimeToGoIsToComeAgain() {
    stop.give();
    open.countDown();

    assertThat(pushed(1, LONG)).isEqualTo(Pushed.BUSY);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7", "[]", "{\"message\":{}}", "{\"update_id\":\"x\"}"})
  void whatIsNoUpdateNeedNotComeAgain(String body) {
    assertThat(Pushed.take(body.getBytes(UTF_8), lanes, LONG)).isEqualTo(Pushed.UNREADABLE);
  }

  private Pushed pushed(int id, Duration patience) {
    return Pushed.take(
        """
        {"update_id":%d,"message":{"message_id":1,"date":1,"text":"hello",
        "chat":{"id":5,"type":"private"}}}\
        """
            .formatted(id)
            .getBytes(UTF_8),
        lanes,
        patience);
  }
}
