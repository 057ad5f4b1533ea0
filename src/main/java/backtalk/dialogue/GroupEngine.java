package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
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

/** Answers topics in a group. No facts are asked or stored there, because a check is private. */
final class GroupEngine {

  /** Names the position before a check, the only one in a group. */
  private static final String WELCOME = new Position.Welcome().word();

  private final Conversation conversation;
  private final MessageCatalog phrases;
  private final TopicRenderer topics;

  GroupEngine(Conversation conversation, TopicRenderer topics) {
    this.conversation = conversation;
    this.phrases = new MessageCatalog(conversation);
    this.topics = topics;
  }

  Turn turn(Dialogue empty, Meaning meaning) {
    return switch (meaning) {
      case Meaning.Words(var text, var manner, NluResult result) when emergency(result) ->
          note(empty, "group-emergency", TurnKind.EMERGENCY, Optional.of(Urgency.EMERGENCY));
      case Meaning.Words(var text, var manner, var result) when manner.overLimit() ->
          turn(empty, List.of(), TurnKind.MENU, List.of());
      case Meaning.Words(var text, var manner, NluResult result) -> topics(empty, result.topics());
      case Meaning.Pressed(var press) -> pressed(empty, press.map(ButtonPress::action));
      case Meaning.Command(var commandKind, String topic)
          when conversation.topics().containsKey(topic) ->
          cards(empty, List.of(topic));
      case Meaning.Command command -> greeting(empty);
      case Meaning.UnknownCommand unknown -> greeting(empty);
      case Meaning.Unreadable unreadable -> greeting(empty);
      case Meaning.Silence silence -> turn(empty, List.of(), TurnKind.MENU, List.of());
    };
  }

  /** Returns true when the mentioned facts, together or alone, would be an emergency in private. */
  private boolean emergency(NluResult result) {
    Facts facts = Facts.NONE;
    for (FactMention mention : result.mentions()) {
      facts = facts.with(mention.fact(), new FactValue(mention.answer(), Instant.EPOCH));
    }
    return result.someoneElse().isPresent()
        || new Assessment(conversation.machine(), facts).isEmergency();
  }

  private Turn topics(Dialogue empty, TopicMatch match) {
    return switch (match) {
      case TopicMatch.Answered(List<String> topics) -> cards(empty, topics);
      case TopicMatch.Offered(List<String> topics) -> offered(empty, topics);
      case TopicMatch.Declined declined ->
          note(empty, "decline", TurnKind.DECLINE, Optional.empty());
    };
  }

  private Turn pressed(Dialogue empty, Optional<ButtonAction> action) {
    return action
        .filter(ButtonAction.ShowTopic.class::isInstance)
        .map(ButtonAction.ShowTopic.class::cast)
        .map(chosen -> cards(empty, List.of(chosen.topic())))
        .orElseGet(() -> expiredButton(empty));
  }

  private Turn cards(Dialogue empty, List<String> ids) {
    Assessment unknown = new Assessment(conversation.machine(), Facts.NONE);
    List<Message> messages =
        known(ids).stream()
            .map(topic -> topics.card(topic, unknown, empty.question(), false))
            .map(this::withPrivateChatButton)
            .toList();
    return turn(empty, messages, TurnKind.ANSWER, ids);
  }

  private List<Topic> known(List<String> ids) {
    return ids.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
  }

  private Turn offered(Dialogue empty, List<String> ids) {
    List<List<Button>> rows = ButtonSpec.buttons(topics.rows(known(ids)), empty.question());
    Message offer = new Message(Message.Kind.NOTE, FormattedText.of(phrases.text("offer")), rows);
    return turn(empty, List.of(withPrivateChatButton(offer)), TurnKind.OFFER, ids);
  }

  private Turn greeting(Dialogue empty) {
    return note(empty, "group-greeting", TurnKind.MENU, Optional.empty());
  }

  private Turn note(Dialogue empty, String phrase, TurnKind kind, Optional<Urgency> urgency) {
    Message message =
        new Message(Message.Kind.NOTE, FormattedText.of(phrases.text(phrase)), List.of());
    Turn.Gist gist = new Turn.Gist(kind, List.of(), WELCOME, urgency);
    return turn(empty, List.of(withPrivateChatButton(message)), gist, Optional.empty());
  }

  private Turn expiredButton(Dialogue empty) {
    Turn.Gist gist = new Turn.Gist(TurnKind.MENU, List.of(), WELCOME, Optional.empty());
    return turn(empty, List.of(), gist, Optional.of(phrases.text("old-button")));
  }

  private static Turn turn(
      Dialogue empty, List<Message> messages, TurnKind kind, List<String> topics) {
    Turn.Gist gist = new Turn.Gist(kind, topics, WELCOME, Optional.empty());
    return turn(empty, messages, gist, Optional.empty());
  }

  private static Turn turn(
      Dialogue empty, List<Message> messages, Turn.Gist gist, Optional<String> toast) {
    return new Turn(empty, messages, gist, toast, Optional.empty(), List.of());
  }

  /** Adds a button that opens the private chat. */
  private Message withPrivateChatButton(Message message) {
    List<List<Button>> rows = new ArrayList<>(message.rows());
    rows.add(List.of(Button.privately(phrases.text("check-privately"))));
    return new Message(message.kind(), message.text(), rows);
  }
}
