package backtalk.dialogue.rendering;

import backtalk.conversation.Conversation;
import backtalk.conversation.Picture;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonSpec;
import backtalk.dialogue.input.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders topics: their answers, and lists to choose from. */
public final class TopicRenderer {

  /** Limits how many further topics a card offers. */
  private static final int ALSO = 3;

  private final Conversation conversation;
  private final Keyboards keyboards;
  private final Citations citations;

  public TopicRenderer(Conversation conversation) {
    this.conversation = conversation;
    this.keyboards = new Keyboards(conversation);
    this.citations = Citations.of(conversation);
  }

  /**
   * Renders the answer to a topic. Exercises are withheld while a red flag is yes or unsure.
   *
   * @param alternatives other topics that may have been meant; they take the place of related ones
   */
  public Message card(
      Topic topic,
      List<Topic> alternatives,
      Assessment assessment,
      OpenQuestion question,
      boolean offerCheck) {
    TextBuilder card = body(topic, assessment);
    List<List<ButtonSpec>> rows =
        new ArrayList<>(
            alternatives.isEmpty()
                ? rows(topic.also().stream().map(conversation.topics()::get))
                : rows(alternatives));
    if (!rows.isEmpty()) {
      card.paragraph(conversation.phrase(alternatives.isEmpty() ? "also-heading" : "not-that"));
    }
    if (offerCheck) {
      rows.add(List.of(keyboards.command(CommandKind.CHECK)));
    }
    return new Message(
        Message.Kind.NOTE,
        card.text(),
        ButtonSpec.buttons(rows, question),
        pictures(topic, assessment).reduce((earlier, last) -> last));
  }

  /** Renders the words of a card, without buttons and what introduces them. */
  public FormattedText words(Topic topic, Assessment assessment) {
    return body(topic, assessment).text();
  }

  private TextBuilder body(Topic topic, Assessment assessment) {
    TextBuilder card = new TextBuilder();
    if (topic.movements() && assessment.redFlag()) {
      card.paragraph(conversation.phrase("withheld"));
    } else {
      answer(card, topic, assessment);
    }
    return card;
  }

  /** Renders the pictures of a topic that stand above its card; the last is on the card itself. */
  public List<Message> above(Topic topic, Assessment assessment) {
    return pictures(topic, assessment)
        .limit(Math.max(0, topic.pictures().size() - 1))
        .map(
            picture ->
                new Message(
                    Message.Kind.NOTE,
                    FormattedText.of(picture.alt()),
                    List.of(),
                    Optional.of(picture)))
        .toList();
  }

  private static Stream<Picture> pictures(Topic topic, Assessment assessment) {
    return topic.pictures().stream().filter(picture -> !topic.movements() || !assessment.redFlag());
  }

  /** Renders the answers to several topics, in a sentence each; exercises as in a card. */
  FormattedText answers(List<Topic> topics, Assessment assessment) {
    TextBuilder text = new TextBuilder();
    for (Topic topic : topics) {
      text.title(
          topic.movements() && assessment.redFlag()
              ? conversation.phrase("withheld")
              : applicable(topic.card().answer(), assessment).getFirst().say());
    }
    return text.text();
  }

  /**
   * Renders the part of a card that the reader can unfold, as a text of its own. Beside a red flag
   * the answer stands above it again, because the part alone may sound calm.
   *
   * @param again true when it was shown already; then the text says that there is no more
   */
  FormattedText unfolded(Topic topic, boolean again, Assessment assessment) {
    if (topic.movements() && assessment.redFlag()) {
      return FormattedText.of(conversation.phrase("withheld"));
    }
    List<SourcedText> answer = applicable(topic.card().answer(), assessment);
    TextBuilder text = new TextBuilder();
    if (assessment.redFlag()) {
      text.citing(answer.subList(0, 1)).title(answer.getFirst().say());
    }
    String before = text.text().plain();
    fold(text, topic.card(), assessment);
    return again || text.text().plain().equals(before)
        ? FormattedText.of(conversation.phrase("no-more"))
        : text.sources(citations).text();
  }

  private void fold(TextBuilder text, Topic.Card card, Assessment assessment) {
    text.lines("\n", applicable(card.more(), assessment))
        .headed(conversation.phrase("differ-heading"), applicable(card.differ(), assessment))
        .headed(conversation.phrase("change-heading"), applicable(card.change(), assessment));
  }

  private void answer(TextBuilder card, Topic topic, Assessment assessment) {
    Topic.Card texts = topic.card();
    List<SourcedText> answer = applicable(texts.answer(), assessment).stream().limit(1).toList();
    card.citing(answer).title(answer.stream().map(SourcedText::say).findFirst().orElse(""));
    card.lines(" ", applicable(texts.brief(), assessment));
    if (topic.movements()) {
      card.headed(conversation.phrase("cautions-heading"), conversation.cautions());
    }
    card.folded(
        fold -> {
          fold(fold, texts, assessment);
          fold.sources(citations);
        });
  }

  private static List<SourcedText> applicable(List<SourcedText> lines, Assessment assessment) {
    Urgency urgency = assessment.urgency().orElse(Urgency.REASSURE);
    return lines.stream().filter(line -> line.holds(assessment.facts(), urgency)).toList();
  }

  private static List<List<ButtonSpec>> rows(Stream<Topic> also) {
    return rows(also.limit(ALSO).toList());
  }

  /** Returns a button for each group of topics; {@code labels} maps ids to labels. */
  public static List<List<ButtonSpec>> groups(Map<String, String> labels) {
    return Keyboards.pairs(
        labels.entrySet().stream()
            .map(
                group ->
                    new ButtonSpec(group.getValue(), new ButtonAction.ShowGroup(group.getKey())))
            .toList());
  }

  List<List<ButtonSpec>> ofGroup(String group) {
    return rows(
        conversation.topics().values().stream()
            .filter(topic -> topic.group().equals(group))
            .toList());
  }

  public static List<List<ButtonSpec>> rows(List<Topic> topics) {
    return Keyboards.pairs(
        topics.stream()
            .map(topic -> new ButtonSpec(topic.button(), new ButtonAction.ShowTopic(topic.id())))
            .toList());
  }

  /**
   * Returns the topics that explain the recorded facts. Exercises are left out while a red flag is
   * yes or unsure.
   */
  List<List<ButtonSpec>> explaining(Assessment assessment) {
    return rows(
        conversation.topics().values().stream()
            .filter(topic -> topic.explains().filter(g -> g.holds(assessment.facts())).isPresent())
            .filter(topic -> !topic.movements() || !assessment.redFlag()));
  }

  /** Renders lines under a heading with their sources. */
  FormattedText page(String heading, List<SourcedText> lines) {
    return new TextBuilder().headed(conversation.phrase(heading), lines).sources(citations).text();
  }
}
