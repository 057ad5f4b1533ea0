package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.rendering.ButtonSpec;
import backtalk.dialogue.rendering.MessageCatalog;
import backtalk.dialogue.rendering.TopicRenderer;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Answers questions in a group; a check is private, so nobody's facts are asked or kept there. */
final class GroupEngine {

  private final Conversation conversation;
  private final MessageCatalog phrases;
  private final TopicRenderer topics;

  GroupEngine(Conversation conversation, TopicRenderer topics) {
    this.conversation = conversation;
    this.phrases = new MessageCatalog(conversation);
    this.topics = topics;
  }

  Turn turn(Dialogue nobody, Meaning meaning) {
    return switch (meaning) {
      case Meaning.Words(var text, var manner, NluResult result) when emergency(result) ->
          said(nobody, "group-emergency", TurnKind.EMERGENCY, Optional.of(Urgency.EMERGENCY));
      case Meaning.Words(var text, var manner, var result) when manner.overLimit() ->
          turn(nobody, List.of(), TurnKind.MENU, List.of());
      case Meaning.Words(var text, var manner, NluResult result) -> topics(nobody, result.topics());
      case Meaning.Pressed(var press) -> pressed(nobody, press.map(ButtonPress::tap));
      case Meaning.Command(var commandKind, String topic)
          when conversation.topics().containsKey(topic) ->
          cards(nobody, List.of(topic));
      case Meaning.Command command -> greeting(nobody);
      case Meaning.UnknownCommand unknown -> greeting(nobody);
      case Meaning.Unreadable unreadable -> greeting(nobody);
      case Meaning.Silence silence -> turn(nobody, List.of(), TurnKind.MENU, List.of());
    };
  }

  /** What was heard would be an emergency in private, together or alone. */
  private boolean emergency(NluResult result) {
    Facts facts = Facts.NONE;
    for (FactMention mention : result.mentions()) {
      facts = facts.with(mention.fact(), new FactValue(mention.answer(), Instant.EPOCH));
    }
    Optional<Urgency> level = new Assessment(conversation.machine(), facts).level();
    return result.someoneElse().isPresent() || level.equals(Optional.of(Urgency.EMERGENCY));
  }

  private Turn topics(Dialogue nobody, TopicMatch match) {
    return switch (match) {
      case TopicMatch.Answered(List<String> topics) -> cards(nobody, topics);
      case TopicMatch.Offered(List<String> topics) -> offered(nobody, topics);
      case TopicMatch.Declined declined ->
          said(nobody, "decline", TurnKind.DECLINE, Optional.empty());
    };
  }

  private Turn pressed(Dialogue nobody, Optional<ButtonAction> tap) {
    return tap.filter(ButtonAction.Choose.class::isInstance)
        .map(ButtonAction.Choose.class::cast)
        .map(choose -> cards(nobody, List.of(choose.topic())))
        .orElseGet(() -> toasted(nobody));
  }

  private Turn cards(Dialogue nobody, List<String> ids) {
    Assessment unknown = new Assessment(conversation.machine(), Facts.NONE);
    List<Message> messages =
        known(ids).stream()
            .map(topic -> topics.card(topic, unknown, nobody.question(), false))
            .map(this::inviting)
            .toList();
    return turn(nobody, messages, TurnKind.ANSWER, ids);
  }

  private List<Topic> known(List<String> ids) {
    return ids.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
  }

  private Turn offered(Dialogue nobody, List<String> ids) {
    List<List<Button>> rows = ButtonSpec.buttons(topics.rows(known(ids)), nobody.question());
    Message offer = new Message(Message.Kind.NOTE, FormattedText.of(phrases.say("offer")), rows);
    return turn(nobody, List.of(inviting(offer)), TurnKind.OFFER, ids);
  }

  private Turn greeting(Dialogue nobody) {
    return said(nobody, "group-greeting", TurnKind.MENU, Optional.empty());
  }

  private Turn said(Dialogue nobody, String phrase, TurnKind kind, Optional<Urgency> level) {
    Message message =
        new Message(Message.Kind.NOTE, FormattedText.of(phrases.say(phrase)), List.of());
    return new Turn(
        nobody,
        List.of(inviting(message)),
        new Turn.Gist(kind, List.of(), "welcome", level),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Turn toasted(Dialogue nobody) {
    return new Turn(
        nobody,
        List.of(),
        new Turn.Gist(TurnKind.MENU, List.of(), "welcome", Optional.empty()),
        Optional.of(phrases.say("old-button")),
        Optional.empty(),
        List.of());
  }

  private static Turn turn(
      Dialogue nobody, List<Message> messages, TurnKind kind, List<String> topics) {
    return new Turn(
        nobody,
        messages,
        new Turn.Gist(kind, topics, "welcome", Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** With a button that leads to the private chat. */
  private Message inviting(Message message) {
    List<List<Button>> rows = new ArrayList<>(message.rows());
    rows.add(List.of(Button.privately(phrases.say("check-privately"))));
    return new Message(message.kind(), message.text(), rows);
  }
}
