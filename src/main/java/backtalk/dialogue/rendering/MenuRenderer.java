package backtalk.dialogue.rendering;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders separate messages: the welcome, lists to choose from, and details on request. */
public final class MenuRenderer {

  private final Conversation conversation;
  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final TopicRenderer topics;
  private final OutcomeRenderer outcomeRenderer;
  private final QuestionRenderer questionRenderer;
  private final AnswerSummary answerSummary;

  public MenuRenderer(
      Conversation conversation,
      TopicRenderer topics,
      OutcomeRenderer outcomeRenderer,
      QuestionRenderer questionRenderer) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.phrases = new MessageCatalog(conversation);
    this.topics = topics;
    this.outcomeRenderer = outcomeRenderer;
    this.questionRenderer = questionRenderer;
    this.answerSummary = new AnswerSummary(machine, phrases);
  }

  /** Returns a message with one phrase. */
  public ReplyPart plain(String phrase) {
    return page(FormattedText.of(phrases.text(phrase)));
  }

  /** Returns a message with one phrase and the buttons of the menu. */
  public ReplyPart withMenu(String phrase) {
    return new ReplyPart.Page(FormattedText.of(phrases.text(phrase)), menuRows());
  }

  ReplyPart.Page menu() {
    return new ReplyPart.Page(FormattedText.of(phrases.text("menu")), menuRows());
  }

  /** Returns the welcome. */
  public ReplyPart welcome() {
    return withMenu("welcome");
  }

  private List<List<ButtonSpec>> menuRows() {
    return List.of(
        List.of(
            phrases.button("check", CommandKind.CHECK),
            phrases.button("topics", CommandKind.TOPICS)));
  }

  /** Returns the topics closest to a question, to choose from. */
  public ReplyPart offer(List<Topic> closest) {
    List<List<ButtonSpec>> rows = new ArrayList<>(topics.rows(closest));
    rows.add(List.of(phrases.button("none-of-topics", CommandKind.TOPICS)));
    return new ReplyPart.Page(FormattedText.of(phrases.text("offer")), rows);
  }

  /** Returns all topics, to choose from. */
  public ReplyPart topics() {
    List<Topic> all = List.copyOf(conversation.topics().values());
    return new ReplyPart.Page(FormattedText.of(phrases.text("topics-heading")), topics.rows(all));
  }

  /** Returns the recorded answers, each on a button that asks it again. */
  public ReplyPart change(Facts facts) {
    List<ButtonSpec> buttons =
        facts.values().entrySet().stream()
            .map(entry -> change(machine.fact(entry.getKey()), entry.getValue()))
            .toList();
    return buttons.isEmpty()
        ? withMenu("change-nothing")
        : new ReplyPart.Page(
            FormattedText.of(phrases.text("change-which")), QuestionRenderer.pairs(buttons));
  }

  private ButtonSpec change(Fact fact, FactValue value) {
    return new ButtonSpec(phrases.answer(fact, value.answer()), new ButtonAction.Revise(fact.id()));
  }

  /** Returns the stored answers and the date of the oldest. */
  public ReplyPart myData(Dialogue dialogue) {
    return dialogue.facts().values().isEmpty()
        ? plain("my-data-none")
        : page(FormattedText.of(myDataText(dialogue)));
  }

  private String myDataText(Dialogue dialogue) {
    String since =
        dialogue.facts().values().values().stream()
            .map(value -> value.at().toString().substring(0, 10))
            .min(String::compareTo)
            .orElse("");
    return phrases.text(
        "my-data",
        Map.of("facts", String.join(" · ", answerSummary.all(dialogue.facts())), "since", since));
  }

  /** Returns the kept answers with buttons to resume or to start over, after a long silence. */
  public ReplyPart resumed(Dialogue dialogue) {
    List<String> kept = answerSummary.all(dialogue.facts());
    String words =
        kept.isEmpty()
            ? phrases.text("resumed-none")
            : phrases.text("resumed", Map.of("facts", phrases.list(kept, kept.size())));
    return new ReplyPart.Page(
        FormattedText.of(words),
        List.of(
            List.of(
                phrases.button("go-on", CommandKind.GO_ON),
                phrases.button("start-over", CommandKind.START_OVER))));
  }

  /**
   * Returns details of the position: why a question is asked, what it means, what to do now, or why
   * this outcome was reached. Empty when nothing is open.
   */
  public Optional<ReplyPart.Page> detail(Dialogue dialogue, CommandKind commandKind) {
    Position position = machine.where(dialogue.facts(), dialogue.begun());
    Assessment assessment = new Assessment(machine, dialogue.facts());
    boolean first = commandKind == CommandKind.WHAT_NOW && assessment.isEmergency();
    if (position instanceof Position.Ended(var outcome)
        && (first || dialogue.question().pending().isEmpty())) {
      boolean now = commandKind == CommandKind.WHAT_NOW || commandKind == CommandKind.HELP_ME;
      FormattedText text =
          now
              ? outcomeRenderer.whatNow(outcome, assessment)
              : outcomeRenderer.whyThis(outcome, assessment);
      return Optional.of(page(text));
    }
    return questionRenderer
        .open(dialogue, position)
        .map(open -> about(open, commandKind))
        .map(MenuRenderer::page);
  }

  private static ReplyPart.Page page(FormattedText text) {
    return new ReplyPart.Page(text, List.of());
  }

  private FormattedText about(QuestionRenderer.Open open, CommandKind commandKind) {
    boolean isWhy = commandKind == CommandKind.WHY || commandKind == CommandKind.WHY_THIS;
    return topics.page(isWhy ? "why-ask" : "what-means", isWhy ? why(open) : help(open));
  }

  private static List<SourcedText> why(QuestionRenderer.Open open) {
    return switch (open) {
      case QuestionRenderer.Open.Single(Fact fact, var state) -> fact.words().why();
      case QuestionRenderer.Open.Group(State state, var facts) -> state.question().why();
      case QuestionRenderer.Open.YesNo yesNo -> List.of();
    };
  }

  private static List<SourcedText> help(QuestionRenderer.Open open) {
    return switch (open) {
      case QuestionRenderer.Open.Single(Fact fact, var state) -> fact.words().help();
      case QuestionRenderer.Open.Group(State state, List<Fact> facts) ->
          Stream.concat(
                  state.question().help().stream(),
                  facts.stream().flatMap(fact -> fact.words().help().stream()))
              .toList();
      case QuestionRenderer.Open.YesNo yesNo -> List.of();
    };
  }
}
