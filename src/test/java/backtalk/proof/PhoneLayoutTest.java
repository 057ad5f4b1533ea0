package backtalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Outcome;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that every reachable question, every card and every menu fits a small phone. */
class PhoneLayoutTest {
  private static final int ANSWER_BUTTONS = 8;
  private static final int QUESTION_LINES = 6;
  private static final int CARD_LINES = 12;
  private static final int MENU_ROWS = 6;

  private final PhoneScreen screen = new PhoneScreen();

  static List<Path> conversations() {
    return List.of(TestConversations.BACK, TestConversations.JAW);
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void questionsFit(Path conversation) {
    StateSpace space = StateSpace.of(TestConversations.read(conversation));
    EngineFixture engine = new EngineFixture(space.conversation());
    Stream<Turn> asked =
        space.classes().stream()
            .filter(stateClass -> stateClass.asking().isPresent())
            .flatMap(
                stateClass ->
                    Stream.of(EngineFixture.MOST, EngineFixture.FEWEST)
                        .map(order -> engine.in(stateClass, order)))
            .flatMap(dialogue -> asked(engine, dialogue));
    Stream<Turn> again =
        space.machine().facts().values().stream()
            .filter(fact -> !fact.workedOut())
            .map(fact -> press(engine, fresh(engine), new ButtonAction.Revise(fact.id())));

    Stream.concat(asked, again)
        .flatMap(turn -> turn.messages().stream())
        .filter(message -> message.kind() == Message.Kind.QUESTION)
        .distinct()
        .forEach(this::assertQuestionFits);
  }

  /** Returns the question, and the questions one by one after "not sure". */
  private static Stream<Turn> asked(EngineFixture engine, Dialogue dialogue) {
    Turn first = engine.firstTurn(dialogue);
    ButtonPress unsure =
        new ButtonPress(
            first.dialogue().question().nonce(),
            first.dialogue().question().step(),
            new ButtonAction.AnswerRest(Answer.UNSURE));
    return Stream.of(
        first, engine.turn(first.dialogue(), new Meaning.Pressed(Optional.of(unsure))));
  }

  private void assertQuestionFits(Message question) {
    List<List<Button>> answers = question.rows().subList(0, question.rows().size() - 1);
    assertThat(answers.stream().mapToInt(List::size).sum())
        .as(question.text().plain())
        .isLessThanOrEqualTo(ANSWER_BUTTONS);
    assertThat(controls(question.rows())).as(question.text().plain()).isEqualTo(1);
    assertThat(screen.boldLines(question.text()))
        .as(question.text().plain())
        .isLessThanOrEqualTo(QUESTION_LINES);
    assertButtonsFit(question);
  }

  /** Counts the rows that hold a button which answers nothing. */
  private static long controls(List<List<Button>> rows) {
    return rows.stream()
        .filter(row -> row.stream().anyMatch(button -> button.data().contains(".v:")))
        .count();
  }

  private void assertButtonsFit(Message message) {
    for (List<Button> row : message.rows()) {
      assertThat(row)
          .as(message.text().plain())
          .allMatch(button -> screen.fits(button.label(), row.size()));
    }
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void cardsFit(Path conversation) {
    StateSpace space = StateSpace.of(TestConversations.read(conversation));
    EngineFixture engine = new EngineFixture(space.conversation());
    List<Dialogue> dialogues = new ArrayList<>(List.of(fresh(engine)));
    Map<Outcome, StateClass> endings =
        space.classes().stream()
            .filter(StateClass::endsBelowEmergency)
            .collect(
                Collectors.toMap(
                    stateClass -> stateClass.outcome().orElseThrow(),
                    Function.identity(),
                    (one, other) -> one));
    endings.values().forEach(ending -> dialogues.add(engine.in(ending, EngineFixture.MOST)));

    for (Dialogue dialogue : dialogues) {
      for (String topic : space.conversation().topics().keySet()) {
        Message card =
            press(engine, dialogue, new ButtonAction.ShowTopic(topic)).messages().getFirst();
        assertThat(screen.unfoldedLines(card.text()))
            .as(card.text().plain())
            .isLessThanOrEqualTo(CARD_LINES);
        assertButtonsFit(card);
      }
    }
    endings.values().stream()
        .map(ending -> engine.firstTurn(engine.in(ending, EngineFixture.MOST)))
        .flatMap(turn -> turn.messages().stream())
        .forEach(this::assertButtonsFit);
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void menusFit(Path conversation) {
    StateSpace space = StateSpace.of(TestConversations.read(conversation));
    EngineFixture engine = new EngineFixture(space.conversation());
    Stream<Turn> groups =
        space.conversation().topicGroups().keySet().stream()
            .map(group -> press(engine, fresh(engine), new ButtonAction.ShowGroup(group)));
    Turn all = engine.turn(fresh(engine), new Meaning.Command(CommandKind.TOPICS, ""));

    Stream.concat(Stream.of(all), groups)
        .map(turn -> turn.messages().getFirst())
        .forEach(
            menu -> {
              assertThat(menu.rows()).hasSizeBetween(1, MENU_ROWS);
              assertButtonsFit(menu);
            });
  }

  private static Dialogue fresh(EngineFixture engine) {
    return engine.with(Facts.NONE, false);
  }

  private static Turn press(EngineFixture engine, Dialogue dialogue, ButtonAction action) {
    return engine.turn(
        dialogue, new Meaning.Pressed(Optional.of(new ButtonPress("any", 0, action))));
  }
}
