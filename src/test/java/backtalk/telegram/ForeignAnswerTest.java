package backtalk.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that answers of a proxy or of another server are not taken for Telegram's. */
class ForeignAnswerTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  static Stream<Fault.Answer> answers() {
    return Stream.of(400, 401, 403, 404, 409, 413, 429)
        .flatMap(code -> Stream.of(Fault.page(code), Fault.empty(code), Fault.foreignJson(code)))
        .map(Fault.Answer.class::cast);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void noMessageIsLostAndNoChatIsMarkedUnreachable(Fault.Answer answer) {
    botFixture.start();
    Person ann = botFixture.telegram().person("Ann");
    botFixture.telegram().faults().next("sendMessage", answer);

    ann.says("one");

    ann.awaits("TYPED one");
    botFixture.telegram().awaitQuiet();
    assertThat(botFixture.telegram().calls().count("sendMessage")).isEqualTo(2);
    assertThat(botFixture.dialogueStore.reachable(ann.id())).isNotEqualTo(Optional.of(false));
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
  }

  static Stream<Fault.Answer> refusals() {
    return answers().filter(answer -> answer.status() == 401 || answer.status() == 404);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void theTokenIsNotReportedRevokedAtTheStart(Fault.Answer answer) {
    Emulator telegram = botFixture.telegram();
    telegram.faults().always("getMe", answer);
    TelegramBot bot = botFixture.launch();
    telegram.calls().await("getMe", 2, BotFixture.PATIENCE);

    assertThat(bot.isAlive()).isTrue();
    assertThat(bot.trouble().orElse(""))
        .contains("answers " + answer.status())
        .doesNotContain("reached", "nginx", "no route", "token");

    telegram.faults().clear();
    telegram.awaitListening(BotFixture.PATIENCE);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void theTokenIsNotReportedRevokedLater(Fault.Answer answer) {
    Emulator telegram = botFixture.telegram();
    TelegramBot bot = botFixture.start();
    telegram.faults().always("getUpdates", answer);
    Person ann = telegram.person("Ann");
    ann.says("one");
    await()
        .atMost(BotFixture.PATIENCE)
        .until(() -> bot.trouble().orElse("").contains("answers " + answer.status()));

    assertThat(bot.isAlive()).isTrue();
    assertThat(bot.trouble().orElse("")).doesNotContain("reached", "nginx", "no route");

    telegram.faults().clear();
    ann.awaits("TYPED one");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void theTokenIsNotReportedRevokedWhileTheSessionOpens(Fault.Answer answer) {
    botFixture.telegram().faults().next("deleteWebhook", 2, answer);

    TelegramBot bot = botFixture.start();

    assertThat(bot.isAlive()).isTrue();
    assertThat(botFixture.telegram().faults().left()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"getMe", "getUpdates"})
  void telegramIsUnreachableOnlyWithoutAnyAnswer(String method) {
    botFixture.telegram().faults().always(method, new Fault.DropBefore());

    TelegramBot bot = botFixture.launch();

    await()
        .atMost(BotFixture.PATIENCE)
        .until(() -> bot.trouble().orElse("").contains("Telegram cannot be reached"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"getMe", "getUpdates"})
  void anUnexpectedAnswerIsReportedByItsStatus(String method) {
    botFixture.telegram().faults().always(method, Fault.serverError());

    TelegramBot bot = botFixture.launch();

    await().atMost(BotFixture.PATIENCE).until(() -> bot.trouble().orElse("").contains("500"));
    assertThat(bot.trouble().orElse("")).doesNotContain("reached");
  }
}
