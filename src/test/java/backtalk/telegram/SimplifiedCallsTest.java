package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.FormattedText.Mark;
import backtalk.dialogue.FormattedText.Style;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.input.Input;
import backtalk.emulator.Call;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a message whose form Telegram refuses is sent in a simpler form. */
class SimplifiedCallsTest {
  private static final String ENTITIES = "can't parse entities: unsupported MessageEntity type";

  @RegisterExtension final BotFixture botFixture = new BotFixture();

  @BeforeEach
  void answerInBoldWithAButton() {
    botFixture.script.answers(input -> Script.turn(List.of(bold(input)), null, null));
  }

  private static backtalk.dialogue.Message bold(Input input) {
    String words = input instanceof Input.Tapped ? "Call 112 at once" : "Call 112 now";
    FormattedText text = new FormattedText(words, List.of(new Mark(Style.BOLD, 0, 4)));
    return new backtalk.dialogue.Message(
        Kind.QUESTION, text, List.of(List.of(new Button("Why", "n.1.why"))));
  }

  private void refuse(String method, String field, String reason) {
    botFixture
        .telegram()
        .faults()
        .when(
            call -> call.is(method) && !call.parameters().path(field).isEmpty(),
            Fault.badRequest(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "entities, can't parse entities: unsupported MessageEntity type",
    "entities, ENTITY_BOUNDS_INVALID",
    "link_preview_options, unknown field \"is_disabled\"",
    "entities, something that nobody has seen yet"
  })
  void emphasisIsLeftOutAndTheButtonsStay(String field, String reason) {
    refuse("sendMessage", field, reason);
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("numb");

    TelegramMessage seen = ann.awaits("Call 112 now");
    botFixture.telegram().awaitQuiet();
    assertThat(seen.entities()).isEmpty();
    assertThat(seen.labels()).containsExactly("Why");
    assertThat(botFixture.telegram().calls().count("sendMessage")).isEqualTo(2);
    assertThat(ann.screen().fromBot()).hasSize(1);
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUTTON_DATA_INVALID", "can't parse inline keyboard button"})
  void atLastTheTextIsSentAlone(String reason) {
    refuse("sendMessage", "reply_markup", reason);
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("numb");

    assertThat(ann.awaits("Call 112 now").labels()).isEmpty();
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.telegram().calls().count("sendMessage")).isEqualTo(3);
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat not found",
        "not enough rights to send text messages to the chat",
        "PEER_ID_INVALID"
      })
  void aRefusalThatNoFormWouldChangeIsNotRetried(String reason) {
    botFixture.telegram().faults().always("sendMessage", Fault.badRequest(reason));
    botFixture.start();

    botFixture.telegram().person("Ann").says("numb");

    botFixture.telegram().calls().await("sendMessage", 1, BotFixture.PATIENCE);
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.telegram().calls().count("sendMessage")).isEqualTo(1);
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "style, can't parse inline keyboard button: unknown field style, 2",
    "copy_text, can't parse inline keyboard button: Text buttons are unallowed, 2",
    "style, something that nobody has seen yet, 2"
  })
  void aServerThatKnowsNoStylesGetsPlainButtons(String field, String reason, int calls) {
    botFixture.script.answers(input -> Script.turn(List.of(styled()), null, null));
    botFixture
        .telegram()
        .faults()
        .when(
            call -> call.parameters().path("reply_markup").toString().contains('"' + field + '"'),
            Fault.badRequest(reason));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");

    ann.says("numb");

    TelegramMessage seen = ann.awaits("Call 112 now");
    botFixture.telegram().awaitQuiet();
    assertThat(seen.labels()).containsExactly("Numb");
    assertThat(seen.buttons()).allMatch(button -> button.style().isEmpty());
    assertThat(seen.entities().isEmpty()).isEqualTo(!reason.contains("button"));
    assertThat(botFixture.telegram().calls().count("sendMessage")).isEqualTo(calls);
  }

  private static backtalk.dialogue.Message styled() {
    FormattedText text = new FormattedText("Call 112 now", List.of(new Mark(Style.BOLD, 0, 4)));
    Button sign = new Button("Numb", "n.1.a:numb:y", Optional.of(Button.Kind.DANGER));
    return new backtalk.dialogue.Message(
        Kind.NOTE, text, List.of(List.of(sign), List.of(Button.copying("Copy", "My back"))));
  }

  private Person asked() {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    ann.says("numb");
    ann.awaits("Call 112 now");
    botFixture.telegram().awaitQuiet();
    return ann;
  }

  @Test
  void anEditIsSimplifiedToo() {
    Person ann = asked();
    TelegramMessage first = ann.newest();
    refuse("editMessageText", "entities", ENTITIES);

    ann.taps("Why");

    TelegramMessage seen = ann.awaits("Call 112 at once");
    assertThat(seen.id()).isEqualTo(first.id());
    assertThat(seen.entities()).isEmpty();
    assertThat(seen.labels()).containsExactly("Why");
  }

  @Test
  void anEditThatIsRefusedInEveryFormIsSentAnew() {
    Person ann = asked();
    TelegramMessage first = ann.newest();
    refuse("editMessageText", "reply_markup", "BUTTON_DATA_INVALID");
    refuse("sendMessage", "reply_markup", "BUTTON_DATA_INVALID");

    ann.taps("Why");

    assertThat(ann.awaits("Call 112 at once").id()).isNotEqualTo(first.id());
  }

  @Test
  void aStopBetweenTwoFormsLosesNothing() {
    refuse("sendMessage", "entities", ENTITIES);
    botFixture.telegram().faults().when(this::isPlain, Fault.tooManyRequests(600));
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    ann.says("numb");
    botFixture.telegram().calls().await("sendMessage", 2, BotFixture.PATIENCE);
    assertThat(botFixture.dialogueStore.unsent(10)).hasSize(1);

    botFixture.telegram().faults().clear();
    refuse("sendMessage", "entities", ENTITIES);
    botFixture.restart();

    ann.awaitsOnScreen("Call 112 now");
    botFixture.telegram().awaitQuiet();
    assertThat(ann.screen().fromBot()).hasSize(1);
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  private boolean isPlain(Call call) {
    return call.is("sendMessage") && call.parameters().path("entities").isEmpty();
  }
}
