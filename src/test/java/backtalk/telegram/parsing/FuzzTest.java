package backtalk.telegram.parsing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.telegram.BotAccount;
import backtalk.telegram.BotFixture;
import backtalk.telegram.BotMetrics;
import backtalk.telegram.FakeDialogueStore;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.LogSilencer;
import backtalk.telegram.StopSignal;
import backtalk.telegram.UpdateFuzzer;
import backtalk.telegram.UpdateLog;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.inbound.ChatQueues;
import backtalk.telegram.inbound.TurnExecutor;
import backtalk.telegram.inbound.TurnHandler;
import backtalk.telegram.inbound.TurnRetry;
import backtalk.telegram.inbound.UpdateHandler;
import backtalk.telegram.inbound.UserRateLimiter;
import backtalk.telegram.outbound.CallbackAnswerer;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.InlineAnswerer;
import backtalk.telegram.outbound.Replies;
import backtalk.telegram.outbound.SendQueue;
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
 * Tests that malformed updates are handled or skipped, and that a well-formed message between them
 * has its turn. {@code -Dfuzz.updates=1000000} sets the number of updates, {@code -Dfuzz.seed}
 * repeats a run.
 */
class FuzzTest {
  private static final int UPDATES = Integer.getInteger("fuzz.updates", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int BATCH = 100;
  private static final long PATIENCE_SECONDS = 60;
  private static final int PERSON = 77;

  private final FakeDialogueStore dialogueStore = new FakeDialogueStore();
  private final RecordingHandler handler = new RecordingHandler();
  private final StopSignal stop = new StopSignal();

  /** Records the ids of the updates, without turns. */
  private static final class RecordingHandler implements TurnHandler {
    final Set<Long> updates = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Handled> handle(IncomingInput incoming, DeliveryPlanner planner) {
      updates.add(incoming.update());
      return Optional.empty();
    }
  }

  @RegisterExtension final LogSilencer logSilencer = new LogSilencer();

  @Test
  void everyUpdateIsHandledOrSkipped() throws Exception {
    ChatQueues queues = new ChatQueues(updateHandler()::handle, stop, System::nanoTime);
    UpdateFuzzer fuzzer = new UpdateFuzzer(SEED);
    int understood = 0;
    for (int update = 1; update <= UPDATES; update += BATCH) {
      List<CompletableFuture<Boolean>> batch = new ArrayList<>();
      for (int number = update + 1; number < update + BATCH; number++) {
        batch.addAll(enqueue(queues, fuzzer.next(number)));
      }
      understood += batch.size();
      batch.addAll(enqueue(queues, typed(update)));

      CompletableFuture.allOf(batch.toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(batch).as("seed %d", SEED).allMatch(CompletableFuture::join);
      assertThat(handler.updates).as("seed %d", SEED).contains((long) update);
    }
    assertThat(queues.awaitEmpty(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
    assertThat(understood).as("read as updates, of %d", UPDATES).isGreaterThan(UPDATES / 2);
  }

  private static List<CompletableFuture<Boolean>> enqueue(ChatQueues queues, byte[] update)
      throws InterruptedException {
    Optional<Update> read = UpdateJson.of(update);
    return read.isEmpty() ? List.of() : List.of(queues.put(read.get()));
  }

  /**
   * Returns a well-formed message. Each comes from another person, to stay within the flood limit.
   */
  private static byte[] typed(int update) {
    long person = PERSON + 1_000L * update;
    return """
    {"update_id":%d,"message":{"message_id":1,"date":1,"from":{"id":%d,"is_bot":false,
     "first_name":"Kim"},"chat":{"id":%d,"type":"private"},"text":"it cracks"}}
    """
        .formatted(update, person, person)
        .getBytes(UTF_8);
  }

  private UpdateHandler updateHandler() {
    InstantSource clock = InstantSource.system();
    BotAccount account = new BotAccount(7_000_000_001L, "BacktalkTestBot");
    BotMetrics metrics = new BotMetrics(new SimpleMeterRegistry());
    BotApiClient client = client(metrics);
    Replies replies =
        new Replies(
            new SendQueue((message, recovered) -> true),
            new CallbackAnswerer(client, stop),
            new FallbackSender(client, BotFixture::phrase, metrics, stop),
            new InlineAnswerer(client, question -> List.of(), BotFixture::phrase),
            BotFixture::phrase);
    UpdateLog updateLog = new UpdateLog(metrics, new LogRedaction("123456789:AAfuzz"));
    return new UpdateHandler(
        new UpdateParser(account),
        new UserRateLimiter(20, TimeMeter.SYSTEM_NANOTIME),
        new TurnExecutor(
            handler,
            dialogueStore,
            new TurnRetry(dialogueStore, stop, clock, Duration.ofMillis(200)),
            clock,
            replies,
            account,
            updateLog),
        replies,
        updateLog);
  }

  /** Returns a client whose every call succeeds. */
  private static BotApiClient client(BotMetrics metrics) {
    OkHttpClient client =
        new OkHttpClient.Builder().addInterceptor(chain -> yes(chain.request())).build();
    String token = "123456789:AAfuzzfuzzfuzzfuzzfuzzfuzz";
    return new BotApiClient(client, BotFixture.config(token, "http://127.0.0.1:1"), metrics);
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
