package backtalk.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import backtalk.telegram.BotFixture;
import backtalk.telegram.BotMetrics;
import backtalk.telegram.FakeDialogueStore;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.Sleeper;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.BotApiClients;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.parsing.ParsedUpdate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the waits between the attempts to send a message. They are recorded instead of slept. */
class MessageSenderTest {

  private final Emulator telegram = Emulator.start();
  private final BotApiClients apiClients =
      new BotApiClients(
          BotFixture.config(telegram.token(), telegram.url()),
          new BotMetrics(new SimpleMeterRegistry()));
  private final Person ann = telegram.person("Ann");
  private final FakeDialogueStore dialogueStore = new FakeDialogueStore();
  private final List<Duration> waits = new ArrayList<>();
  private final MessageSender sender = sender(waits::add);

  private MessageSender sender(Sleeper sleeper) {
    return new MessageSender(
        new PhotoSender(apiClients.forMessages(), sleeper, BotFixture.NO_PICTURES, 1),
        dialogueStore,
        sleeper,
        InstantSource.system(),
        new LogRedaction(telegram.token()));
  }

  @AfterEach
  void close() {
    apiClients.end();
    telegram.close();
  }

  @Test
  void aWaitIsExactlyAsLongAsTelegramAsks() {
    telegram.faults().next("sendMessage", Fault.tooManyRequests(7));
    telegram.faults().next("sendMessage", Fault.tooManyRequests(35));

    assertThat(sender.send(stored(new Way.Send(OptionalLong.empty())))).isTrue();

    assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(35));
    assertThat(ann.screen().texts()).containsExactly("hello");
  }

  @Test
  void otherWaitsGrowAndStayBounded() {
    telegram.faults().next("sendMessage", 12, Fault.serverError());

    assertThat(sender.send(stored(new Way.Send(OptionalLong.empty())))).isTrue();

    assertThat(waits).hasSize(12);
    assertThat(waits.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(500));
    assertThat(waits.getLast()).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(15));
  }

  @Test
  void aMessageThatIsUnsentAtTheStopStaysInTheStore() {
    telegram.faults().always("sendMessage", Fault.tooManyRequests(7));

    assertThat(sender(length -> false).send(stored(new Way.Send(OptionalLong.empty())))).isFalse();

    assertThat(dialogueStore.unsent(10)).hasSize(1);
  }

  @Test
  void aCleanUpIsAttemptedOnce() {
    telegram.faults().next("editMessageText", Fault.serverError());
    telegram.faults().next("editMessageText", Fault.tooManyRequests(3));

    assertThat(sender.send(stored(new Way.Close(12)))).isTrue();
    assertThat(sender.send(stored(new Way.Close(12)))).isTrue();

    assertThat(waits).containsExactly(Duration.ofSeconds(3));
    assertThat(telegram.calls().count("editMessageText")).isEqualTo(3);
    assertThat(dialogueStore.unsent(10)).isEmpty();
  }

  @Test
  void theQuestionIsEditedInPlaceWhileItIsTheNewestMessage() {
    long question = sendQuestion("Does it hurt?");

    assertThat(sender.send(stored(replacing(question), Kind.QUESTION, "Where?"))).isTrue();

    assertThat(ann.screen().texts()).containsExactly("Where?");
    assertThat(openQuestion()).hasValue(question);
  }

  @Test
  void belowAnotherMessageTheQuestionIsNewAndTheOldOneClosed() {
    long question = sendQuestion("Does it hurt?");
    sender.send(stored(new Way.Send(OptionalLong.empty())));

    assertThat(sender.send(stored(replacing(question), Kind.QUESTION, "Where?"))).isTrue();

    assertThat(ann.screen().texts()).containsExactly("You said: no", "hello", "Where?");
    assertThat(openQuestion()).isNotEmpty().isNotEqualTo(OptionalLong.of(question));
  }

  @Test
  void anotherQuestionThanTheTappedOneIsNotEdited() {
    long question = sendQuestion("Does it hurt?");

    assertThat(sender.send(stored(replacing(question - 1), Kind.QUESTION, "Where?"))).isTrue();

    assertThat(ann.screen().texts()).containsExactly("You said: no", "Where?");
  }

  private long sendQuestion(String text) {
    dialogueStore.save(
        new Commit(
            new ChatId(ann.id()),
            1,
            0,
            1,
            Optional.of(Dialogue.begin("test", Instant.EPOCH)),
            List.of(),
            false,
            Instant.EPOCH));
    sender.send(stored(new Way.Send(OptionalLong.empty()), Kind.QUESTION, text));
    return openQuestion().orElseThrow();
  }

  private OptionalLong openQuestion() {
    return dialogueStore.find(new ChatId(ann.id())).orElseThrow().question();
  }

  private static Way replacing(long tapped) {
    return new Way.ReplaceQuestion(
        OptionalLong.of(tapped), Optional.of(FormattedText.of("You said: no")));
  }

  @Test
  void aSentMessageIsNotSentAgainBecauseTheStoreFails() {
    OutboxMessage message = stored(new Way.Send(OptionalLong.empty()));
    dialogueStore.fail(3);

    assertThat(sender.send(message)).isTrue();

    assertThat(waits).hasSize(3);
    assertThat(dialogueStore.unsent(10)).isEmpty();
    assertThat(ann.screen().texts()).containsExactly("hello");
  }

  @Test
  void anAnswerWhoseMessageTheLibraryCannotReadCountsAsSent() {
    telegram
        .faults()
        .next(
            "sendMessage",
            new Fault.Answer(
                200,
                "application/json",
                "{\"ok\":true,\"result\":{\"message_id\":9,\"date\":99999999999,\"from\":{\"id\":1}}}"));

    assertThat(sender.send(stored(new Way.Send(OptionalLong.empty())))).isTrue();

    assertThat(waits).isEmpty();
    assertThat(telegram.calls().count("sendMessage")).isEqualTo(1);
  }

  @Test
  void anAnswerToATapIsRetriedTwice() throws Exception {
    BotApiClient client = mock();
    CountDownLatch called = new CountDownLatch(3);
    doAnswer(
            call -> {
              called.countDown();
              return new CallResult.Retryable("no network");
            })
        .when(client)
        .call(any());

    new CallbackAnswerer(client, length -> true)
        .answer(new ParsedUpdate.Tap("1", OptionalLong.empty()), Optional.empty());

    assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    verify(client, times(3)).call(any());
  }

  private OutboxMessage stored(Way way) {
    return stored(way, Kind.NOTE, "hello");
  }

  private OutboxMessage stored(Way way, Kind kind, String text) {
    Message message = new Message(kind, FormattedText.of(text), List.of());
    OutboxMessage outgoing =
        new OutboxMessage(new ChatId(ann.id()), 1, 0, message, way, OptionalLong.empty());
    dialogueStore.addUnsent(outgoing);
    return outgoing;
  }
}
