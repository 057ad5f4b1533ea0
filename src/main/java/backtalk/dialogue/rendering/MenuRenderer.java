package backtalk.dialogue.rendering;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
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

/** Messages of their own: welcome, lists to choose from, details asked for. */
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

  public ReplyPart plain(String phrase) {
    return new ReplyPart.Page(FormattedText.of(phrases.say(phrase)), List.of());
  }

  public ReplyPart withMenu(String phrase) {
    return new ReplyPart.Page(FormattedText.of(phrases.say(phrase)), menuRows());
  }

  ReplyPart.Page menu() {
    return new ReplyPart.Page(FormattedText.of(phrases.say("menu")), menuRows());
  }

  public ReplyPart welcome() {
    return withMenu("welcome");
  }

  private List<List<ButtonSpec>> menuRows() {
    return List.of(
        List.of(
            phrases.choice("check", CommandKind.CHECK),
            phrases.choice("topics", CommandKind.TOPICS)));
  }

  public ReplyPart offer(List<Topic> closest) {
    List<List<ButtonSpec>> rows = new ArrayList<>(topics.rows(closest));
    rows.add(List.of(phrases.choice("none-of-topics", CommandKind.TOPICS)));
    return new ReplyPart.Page(FormattedText.of(phrases.say("offer")), rows);
  }

  public ReplyPart topics() {
    List<Topic> all = List.copyOf(conversation.topics().values());
    return new ReplyPart.Page(FormattedText.of(phrases.say("topics-heading")), topics.rows(all));
  }

  /** The answers given, each on a button that asks it again. */
  public ReplyPart change(Facts facts) {
    List<ButtonSpec> choices =
        facts.told().entrySet().stream()
            .map(entry -> change(machine.fact(entry.getKey()), entry.getValue()))
            .toList();
    return choices.isEmpty()
        ? withMenu("change-nothing")
        : new ReplyPart.Page(
            FormattedText.of(phrases.say("change-which")), QuestionRenderer.pairs(choices));
  }

  private ButtonSpec change(Fact fact, FactValue value) {
    return new ButtonSpec(phrases.told(fact, value.answer()), new ButtonAction.Revise(fact.id()));
  }

  public ReplyPart myData(Dialogue dialogue) {
    return dialogue.facts().told().isEmpty()
        ? plain("my-data-none")
        : new ReplyPart.Page(FormattedText.of(told(dialogue)), List.of());
  }

  private String told(Dialogue dialogue) {
    String since =
        dialogue.facts().told().values().stream()
            .map(value -> value.at().toString().substring(0, 10))
            .min(String::compareTo)
            .orElse("");
    return phrases.say(
        "my-data",
        Map.of("facts", String.join(" · ", answerSummary.whole(dialogue.facts())), "since", since));
  }

  /** Somebody is back after long: what was kept, and two ways on. */
  public ReplyPart resumed(Dialogue dialogue) {
    List<String> kept = answerSummary.whole(dialogue.facts());
    String words =
        kept.isEmpty()
            ? phrases.say("resumed-none")
            : phrases.say("resumed", Map.of("facts", phrases.list(kept, kept.size())));
    return new ReplyPart.Page(
        FormattedText.of(words),
        List.of(
            List.of(
                phrases.choice("go-on", CommandKind.GO_ON),
                phrases.choice("start-over", CommandKind.START_OVER))));
  }

  /** What is asked for about the place: why, what is meant, what now, why this ending. */
  public Optional<ReplyPart.Page> detail(Dialogue dialogue, CommandKind commandKind) {
    Position position = machine.where(dialogue.facts(), dialogue.begun());
    Assessment assessment = new Assessment(machine, dialogue.facts());
    boolean first =
        commandKind == CommandKind.WHAT_NOW
            && assessment.level().equals(Optional.of(Urgency.EMERGENCY));
    if (position instanceof Position.Ended(var outcome)
        && (first || dialogue.question().pending().isEmpty())) {
      boolean now = commandKind == CommandKind.WHAT_NOW || commandKind == CommandKind.HELP_ME;
      FormattedText text =
          now
              ? outcomeRenderer.whatNow(outcome, assessment)
              : outcomeRenderer.whyThis(outcome, assessment);
      return Optional.of(new ReplyPart.Page(text, List.of()));
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
    boolean why = commandKind == CommandKind.WHY || commandKind == CommandKind.WHY_THIS;
    return topics.page(why ? "why-ask" : "what-means", why ? whys(open) : helps(open));
  }

  private static List<SourcedText> whys(QuestionRenderer.Open open) {
    return switch (open) {
      case QuestionRenderer.Open.Single(Fact fact, var state) -> fact.words().why();
      case QuestionRenderer.Open.Group(State state, var facts) -> state.question().why();
      case QuestionRenderer.Open.Small small -> List.of();
    };
  }

  private static List<SourcedText> helps(QuestionRenderer.Open open) {
    return switch (open) {
      case QuestionRenderer.Open.Single(Fact fact, var state) -> fact.words().help();
      case QuestionRenderer.Open.Group(State state, List<Fact> facts) ->
          Stream.concat(
                  state.question().help().stream(),
                  facts.stream().flatMap(fact -> fact.words().help().stream()))
              .toList();
      case QuestionRenderer.Open.Small small -> List.of();
    };
  }
}
