package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.emulator.Group;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests what the packaged bot does for a phone: buttons, pictures, the summary and inline mode. */
class MadeForPhonesIT {

  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  @Test
  void buttonsSpeakAndCopy() {
    testEnvironment.start();
    TestUser ann = testEnvironment.testUser("Ann");
    TelegramMessage question = ann.begins();
    assertThat(question.buttons().getFirst().style()).isEqualTo("danger");
    assertThat(question.buttons())
        .filteredOn(button -> button.style().equals("success"))
        .singleElement()
        .extracting(button -> button.label())
        .isEqualTo(testEnvironment.texts().none("urgent"));

    ann.tells("bladder-bowel");

    TelegramMessage card = ann.ends("emergency");
    assertThat(card.buttons().getLast().copied()).contains("cauda equina");
    assertThat(card.text()).contains(card.buttons().getLast().copied());
    ann.taps("summary");
    TelegramMessage summary = ann.person().awaits(testEnvironment.texts().phrase("summary-intro"));
    assertThat(summary.text()).startsWith("🚨");
    assertThat(summary.buttons().getLast().copied()).isNotBlank();
    testEnvironment.quiet();
    assertThat(testEnvironment.telegram().calls().unknownParameters()).isEmpty();
  }

  @Test
  void startIsOneScreenAndGroupsSeeFewerCommands() {
    testEnvironment.start();
    TestUser ann = testEnvironment.testUser("Ann");
    ann.person().command("/start");
    assertThat(ann.reads("welcome").buttons()).hasSize(5);
    Group group = testEnvironment.group("Backs", false);
    group.says(ann.person(), "/start");
    testEnvironment.quiet();

    assertThat(testEnvironment.telegram().commands("all_private_chats", "")).contains("forget");
    assertThat(testEnvironment.telegram().commands("all_group_chats", ""))
        .contains("topics")
        .doesNotContain("mydata", "forget");
  }

  @Test
  void aQuestionInAnyChatGetsCardsAndAnEmergencyFirst() {
    testEnvironment.start();
    Person ann = testEnvironment.person("Ann");

    JsonNode cards = ann.asksInline("what makes the cracking sound").path("results");
    JsonNode alarm = ann.asksInline("i cant pee and my legs are numb").path("results");

    assertThat(cards.size()).isBetween(1, 3);
    assertThat(cards.path(0).path("input_message_content").path("message_text").asText())
        .contains("Gas bubbles");
    assertThat(alarm.path(0).path("input_message_content").path("message_text").asText())
        .startsWith(testEnvironment.texts().phrase("group-emergency").substring(0, 20));
    ann.command("/mydata");
    ann.awaits(testEnvironment.texts().phrase("my-data-none"));
  }

  @Test
  void aPictureIsUploadedOnceThroughARestart() {
    testEnvironment.start();
    Person ann = testEnvironment.person("Ann");
    ann.command("/start", "sound-mechanism");
    String photo = ann.awaits("Gas bubbles").photo();
    testEnvironment.quiet();

    testEnvironment.kill();
    testEnvironment.start();
    ann.command("/start", "sound-mechanism");

    assertThat(ann.awaits("Gas bubbles").photo()).isEqualTo(photo).isNotEmpty();
    testEnvironment.quiet();
    assertThat(testEnvironment.telegram().calls().of("sendPhoto"))
        .filteredOn(call -> call.parameters().path("photo").isBinary())
        .hasSize(1);
    assertThat(testEnvironment.telegram().calls().unknownParameters()).isEmpty();
  }
}
