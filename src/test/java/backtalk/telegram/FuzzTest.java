package backtalk.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Delivery;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Incoming;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Whatever comes as an update, it is taken or passed over: no lane is lost to it, and a person's
 * message is heard in between. {@code -Dfuzz.updates=1000000} for more, {@code -Dfuzz.seed} for the
 * same again.
 */
class FuzzTest {
  private static final int UPDATES = Integer.getInteger("fuzz.updates", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int BATCH = 100;
  private static final long PATIENCE_SECONDS = 60;
  private static final int PERSON = 77;

  private final Memory memory = new Memory();
  private final Heard heard = new Heard();
  private final Stop stop = new Stop();

  /** Turns that keep nothing and say nothing; it remembers which updates came so far. */
  private static final class Heard implements Turns {
    final Set<Long> updates = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Handled> handle(Incoming incoming, Delivery delivery) {
      updates.add(incoming.update());
      return Optional.empty();
    }

    @Override
    public Optional<Handled> handleInGroup(Incoming incoming, Delivery delivery) {
      return handle(incoming, delivery);
    }
  }

  @RegisterExtension final Hush hush = new Hush();

  @Test
  void noUpdateCostsALane() throws Exception {
    Lanes lanes = new Lanes(reception()::take, stop);
    Fuzz fuzz = new Fuzz(SEED);
    int understood = 0;
    for (int update = 1; update <= UPDATES; update += BATCH) {
      List<CompletableFuture<Boolean>> batch = new ArrayList<>();
      for (int number = update + 1; number < update + BATCH; number++) {
        batch.addAll(brought(lanes, fuzz.next(number)));
      }
      understood += batch.size();
      batch.addAll(brought(lanes, typed(update)));

      CompletableFuture.allOf(batch.toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(batch).as("seed %d", SEED).allMatch(CompletableFuture::join);
      assertThat(heard.updates).as("seed %d", SEED).contains((long) update);
    }
    assertThat(lanes.awaitEmpty(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
    assertThat(understood).as("read as updates, of %d", UPDATES).isGreaterThan(UPDATES / 2);
  }

  private static List<CompletableFuture<Boolean>> brought(Lanes lanes, byte[] update)
      throws InterruptedException {
    Optional<Update> read = Readings.of(update);
    return read.isEmpty() ? List.of() : List.of(lanes.put(read.get()));
  }

  /** A message like any other; each from somebody else, so that nobody says too much. */
  private static byte[] typed(int update) {
    long person = PERSON + 1_000L * update;
    return """
    {"update_id":%d,"message":{"message_id":1,"date":1,"from":{"id":%d,"is_bot":false,
     "first_name":"Kim"},"chat":{"id":%d,"type":"private"},"text":"it cracks"}}
    """
        .formatted(update, person, person)
        .getBytes(UTF_8);
  }

  private Reception reception() {
    InstantSource clock = InstantSource.system();
    Meters meters = new Meters(new SimpleMeterRegistry());
    Caller caller = caller(meters);
    Outbox outbox = new Outbox((outgoing, left, held) -> true);
    Turnstile turnstile =
        new Turnstile(
            outgoing -> true, Duties.alone(), new Paces(20, TimeMeter.SYSTEM_NANOTIME), stop);
    Voice voice = new Voice(outbox, turnstile, new Answers(caller, stop), caller, Rig::phrase);
    return new Reception(
        new Updates(new Me(7_000_000_001L, "BacktalkTestBot")),
        new Reception.Office(
            heard,
            memory,
            new Patience(memory, stop, clock),
            new Fallbacks(caller, Rig::phrase, meters, stop),
            clock),
        voice,
        new Floods(20, TimeMeter.SYSTEM_NANOTIME),
        new Logbook(meters, new Disguise("123456789:AAfuzz")));
  }

  /** Telegram says yes to everything, and forgets it. */
  private static Caller caller(Meters meters) {
    OkHttpClient client =
        new OkHttpClient.Builder().addInterceptor(chain -> yes(chain.request())).build();
    String token = "123456789:AAfuzzfuzzfuzzfuzzfuzzfuzz";
    return new Caller(client, Settings.of(token, "http://127.0.0.1:1"), meters);
  }

  private static Response yes(Request request) {
    MediaType json = MediaType.get("application/json");
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create("{\"ok\":true,\"result\":true}", json))
        .build();
  }
}
