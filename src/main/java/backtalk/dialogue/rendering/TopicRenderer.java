package backtalk.dialogue.rendering;

import backtalk.conversation.Conversation;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.CommandKind;
import java.util.ArrayList;
import java.util.List;

/** Renders topics: their answers, and lists to choose from. */
public final class TopicRenderer {

  /** Limits how many further topics a card offers. */
  private static final int ALSO = 3;

  private final Conversation conversation;
  private final MessageCatalog phrases;
  private final Citations sources;

  public TopicRenderer(Conversation conversation) {
    this.conversation = conversation;
    this.phrases = new MessageCatalog(conversation);
    this.sources = new Citations(conversation.sources());
  }

  /** Renders the answer to a topic. Exercises are withheld while a red flag is yes or unsure. */
  public Message card(
      Topic topic, Assessment assessment, OpenQuestion question, boolean offerCheck) {
    CardBuilder card = new CardBuilder(phrases).title(topic.asks());
    if (topic.movements() && assessment.redFlag()) {
      card.words(phrases.text("withheld"));
    } else {
      answer(card, topic, assessment);
    }
    List<List<ButtonSpec>> rows = new ArrayList<>(rows(also(topic)));
    if (!rows.isEmpty()) {
      card.words(phrases.text("also-heading"));
    }
    if (offerCheck) {
      rows.add(List.of(phrases.button("check", CommandKind.CHECK)));
    }
    return new Message(Message.Kind.NOTE, card.text(), ButtonSpec.buttons(rows, question));
  }

  private void answer(CardBuilder card, Topic topic, Assessment assessment) {
    Urgency urgency = assessment.urgency().orElse(Urgency.REASSURE);
    List<SourcedText> lines =
        topic.says().stream().filter(line -> line.holds(assessment.facts(), urgency)).toList();
    card.paragraph(lines);
    if (topic.movements()) {
      card.headed("cautions-heading", conversation.cautions());
    }
    card.sources(sources);
  }

  private List<Topic> also(Topic topic) {
    return topic.also().stream().limit(ALSO).map(conversation.topics()::get).toList();
  }

  /** Returns a button for each topic. */
  public List<List<ButtonSpec>> rows(List<Topic> topics) {
    return QuestionRenderer.pairs(
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
            .filter(topic -> !topic.movements() || !assessment.redFlag())
            .limit(ALSO)
            .toList());
  }

  /** Renders lines under a heading with their sources. */
  FormattedText page(String heading, List<SourcedText> lines) {
    return new CardBuilder(phrases).headed(heading, lines).sources(sources).text();
  }
}
