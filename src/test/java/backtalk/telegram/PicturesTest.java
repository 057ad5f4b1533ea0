package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.conversation.Picture;
import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.FormattedText.Mark;
import backtalk.dialogue.FormattedText.Style;
import backtalk.dialogue.Message;
import backtalk.emulator.Call;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import backtalk.telegram.outbound.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A picture is uploaded once, carries the card where it fits, and never keeps the words back. */
class PicturesTest {

  private static final Picture PICTURE = new Picture("dots.png", "Two dots");
  private static final String LONG = "x".repeat(1025);

  @RegisterExtension private final BotFixture botFixture = new BotFixture();

  @BeforeEach
  void answerWithAPicture() throws IOException {
    byte[] content = Files.readAllBytes(Path.of("src/test/resources/pictures/dots.png"));
    botFixture.pictures = new Pictures(Map.of("dots.png", content), new UploadedInMemory());
    answer("The card");
  }

  private void answer(String text) {
    FormattedText bold = new FormattedText(text, List.of(new Mark(Style.BOLD, 0, 3)));
    Message card =
        new Message(
            Message.Kind.NOTE,
            bold,
            List.of(List.of(new Button("More", "n.1.more"))),
            Optional.of(PICTURE));
    botFixture.script.answers(input -> Script.turn(List.of(card), null, null));
  }

  private Person asked() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    asks(ann);
    return ann;
  }

  private void asks(Person person) {
    int before = seen(person).size();
    person.says("cat cow?");
    person.awaitsScreen(screen -> screen.fromBot().size() > before);
    await().atMost(BotFixture.PATIENCE).until(() -> botFixture.dialogueStore.unsent(10).isEmpty());
  }

  private List<TelegramMessage> seen(Person person) {
    return person.screen().fromBot();
  }

  private long uploads() {
    return botFixture.telegram().calls().of("sendPhoto").stream()
        .filter(call -> call.parameters().path("photo").isBinary())
        .filter(Call::accepted)
        .count();
  }

  @Test
  void theCardIsTheCaption() {
    TelegramMessage card = seen(asked()).getFirst();

    assertThat(card.photo()).isNotEmpty();
    assertThat(card.text()).isEqualTo("The card");
    assertThat(card.labels()).containsExactly("More");
    assertThat(card.entities()).hasSize(1);
    assertThat(botFixture.telegram().calls().unknownParameters()).isEmpty();
  }

  @Test
  void aLongCardFollowsThePicture() {
    answer(LONG);

    List<TelegramMessage> seen = seen(asked());

    assertThat(seen).extracting(TelegramMessage::text).containsExactly(PICTURE.alt(), LONG);
    assertThat(seen.getFirst().photo()).isNotEmpty();
    assertThat(seen.getFirst().labels()).isEmpty();
    assertThat(seen.getLast().labels()).containsExactly("More");
  }

  @Test
  void itIsUploadedOnceAlsoAfterARestart() {
    Person ann = asked();
    asks(ann);
    botFixture.restart();
    asks(ann);

    assertThat(seen(ann)).hasSize(3).extracting(TelegramMessage::photo).doesNotContain("");
    assertThat(uploads()).isEqualTo(1);
  }

  @Test
  void aStaleFileIsUploadedAgain() {
    Person ann = asked();
    botFixture.telegram().forgetsFiles();
    asks(ann);
    asks(ann);

    assertThat(seen(ann)).hasSize(3).extracting(TelegramMessage::photo).doesNotContain("");
    assertThat(uploads()).isEqualTo(2);
  }

  @Test
  void ifThePictureIsRefusedTheWordsGo() {
    botFixture.telegram().faults().always("sendPhoto", Fault.badRequest("IMAGE_PROCESS_FAILED"));

    TelegramMessage card = seen(asked()).getFirst();

    assertThat(card.photo()).isEmpty();
    assertThat(card.text()).isEqualTo("The card");
    assertThat(card.labels()).containsExactly("More");
  }

  @Test
  void aPictureThatIsGoneLeavesTheWords() {
    botFixture.pictures = BotFixture.NO_PICTURES;

    assertThat(seen(asked())).extracting(TelegramMessage::text).containsExactly("The card");
    assertThat(botFixture.telegram().calls().count("sendPhoto")).isZero();
  }

  @Test
  void aFloodLimitIsWaitedFor() {
    botFixture.telegram().faults().next("sendPhoto", Fault.tooManyRequests(1));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    ann.says("cat cow?");

    assertThat(ann.awaits("The card").photo()).isNotEmpty();
    await().atMost(BotFixture.PATIENCE).until(() -> uploads() == 1);
  }

  @Test
  void whoBlockedTheBotGetsNoWordsEither() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture
        .telegram()
        .faults()
        .always("sendPhoto", Fault.forbidden("bot was blocked by the user"));
    ann.says("cat cow?");
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.telegram().calls().count("sendMessage")).isZero();
    assertThat(botFixture.dialogueStore.reachable(ann.id())).contains(false);
  }
}
