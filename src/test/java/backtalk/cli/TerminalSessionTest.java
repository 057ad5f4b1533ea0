package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.conversation.Answer;
import backtalk.dialogue.Button;
import backtalk.embedding.OnnxEmbedder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks a line-driven dialogue with the bundled conversation. */
class TerminalSessionTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final Bot BOT =
      Bot.of(BotFactory.take(FOLDER), 30, Path.of("target/hearing"), OnnxEmbedder.load());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);

  private final TerminalSession session = new TerminalSession(BOT, CLOCK);

  @Test
  void aLabelPressesItsButtonWhateverItsCase() {
    session.begin();

    assertThat(session.take("[check MY back]").turn().gist().place()).isEqualTo("urgent");
  }

  @Test
  void aNumberPressesTheNewestKeyboardInReadingOrder() {
    session.begin();
    session.take("[Check my back]");
    int none = labels().indexOf("None of these") + 1;

    TerminalSession.Exchange exchange = session.take("#" + none);

    assertThat(exchange.missed()).isFalse();
    assertThat(exchange.turn().gist().place()).isEqualTo("feeling");
    assertThat(answer(exchange, "bladder-bowel")).contains(Answer.NO);
  }

  @Test
  void aLabelIsFoundOnAnOlderKeyboardWhenTheNewestLacksIt() {
    session.begin();
    session.take("/topics");
    session.take("[Why it cracks]");
    session.take("[The sound]");

    TerminalSession.Exchange exchange = session.take("[A weak core]");

    assertThat(exchange.missed()).isFalse();
    assertThat(exchange.turn().gist().topics()).containsExactly("weak-core");
  }

  @Test
  void aMissingButtonIsHandledAsTextAndReported() {
    session.begin();
    session.take("[Check my back]");

    TerminalSession.Exchange label = session.take("[no such button]");
    TerminalSession.Exchange number = session.take("#77");
    TerminalSession.Exchange zero = session.take("#0");

    assertThat(List.of(label.missed(), number.missed(), zero.missed())).containsOnly(true);
    assertThat(label.turn().gist().place()).isEqualTo("urgent");
  }

  @Test
  void timePassesOnlyByAWaitLine() {
    session.begin();
    session.take("[Check my back]");
    session.take("[None of these]");

    assertThat(answer(session.take("~23h"), "bladder-bowel")).contains(Answer.NO);
    session.take("~2h");
    assertThat(answer(session.take("hello"), "bladder-bowel")).isEmpty();
  }

  @Test
  void aRestartedDialogueIsNewEvenIfTheClockStandsStill() {
    session.begin();
    session.take("[Check my back]");
    String old = session.newestKeyboard().getFirst().data();
    session.take("start over");
    session.take("/check");

    assertThat(session.newestKeyboard().getFirst().data()).isNotEqualTo(old);
  }

  @Test
  void aToastIsShownAsAMessage() {
    session.begin();
    session.take("[Check my back]");
    session.take("[None of these]");
    session.take("[It feels fine]");

    session.take("[Swelling]");

    TerminalSession.Exchange late = session.take("[Swelling]");

    assertThat(late.turn().toast()).isPresent();
    assertThat(late.messages().getFirst().text().plain()).isEqualTo(late.turn().toast().get());
  }

  @Test
  void aTypedLineIsOnlyTextOrACommand() {
    assertThat(session.takeTyped("~3d").turn().messages()).isNotEmpty();
    assertThat(session.takeTyped("/help").turn().messages()).isNotEmpty();
  }

  private List<String> labels() {
    return session.newestKeyboard().stream().map(Button::label).toList();
  }

  private static Optional<Answer> answer(TerminalSession.Exchange exchange, String fact) {
    return exchange.turn().dialogue().facts().answer(fact);
  }
}
