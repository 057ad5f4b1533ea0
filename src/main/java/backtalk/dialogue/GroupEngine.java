package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Level;
import backtalk.conversation.Topic;
import backtalk.understanding.Heard;
import backtalk.understanding.Telling;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Answers questions in a group; a check is private, so nobody's facts are asked or kept there. */
final class GroupEngine {

  private final Conversation conversation;
  private final Phrasebook phrases;
  private final TopicCards topics;

  GroupEngine(Conversation conversation, TopicCards topics) {
    this.conversation = conversation;
    this.phrases = new Phrasebook(conversation);
    this.topics = topics;
  }

  Turn turn(Dialogue nobody, Meaning meaning) {
    return switch (meaning) {
      case Meaning.Words(var text, var manner, Heard heard) when emergency(heard) ->
          said(nobody, "group-emergency", Action.EMERGENCY, Optional.of(Level.EMERGENCY));
      case Meaning.Words(var text, var manner, var heard) when manner.overLimit() ->
          turn(nobody, List.of(), Action.MENU, List.of());
      case Meaning.Words(var text, var manner, Heard heard) -> topics(nobody, heard.topics());
      case Meaning.Pressed(var press) -> pressed(nobody, press.map(Press::tap));
      case Meaning.Command(var verb, String topic) when conversation.topics().containsKey(topic) ->
          cards(nobody, List.of(topic));
      case Meaning.Command command -> greeting(nobody);
      case Meaning.UnknownCommand unknown -> greeting(nobody);
      case Meaning.Unreadable unreadable -> greeting(nobody);
      case Meaning.Silence silence -> turn(nobody, List.of(), Action.MENU, List.of());
    };
  }

  /** What was heard would be an emergency in private, together or alone. */
  private boolean emergency(Heard heard) {
    Facts facts = Facts.NONE;
    for (Telling telling : heard.tells()) {
      facts = facts.with(telling.fact(), new Told(telling.answer(), Instant.EPOCH));
    }
    Optional<Level> level = new Standing(conversation.machine(), facts).level();
    return heard.someoneElse().isPresent() || level.equals(Optional.of(Level.EMERGENCY));
  }

  private Turn topics(Dialogue nobody, TopicMatch match) {
    return switch (match) {
      case TopicMatch.Answered(List<String> topics) -> cards(nobody, topics);
      case TopicMatch.Offered(List<String> topics) -> offered(nobody, topics);
      case TopicMatch.Declined declined ->
          said(nobody, "decline", Action.DECLINE, Optional.empty());
    };
  }

  private Turn pressed(Dialogue nobody, Optional<Tap> tap) {
    return tap.filter(Tap.Choose.class::isInstance)
        .map(Tap.Choose.class::cast)
        .map(choose -> cards(nobody, List.of(choose.topic())))
        .orElseGet(() -> toasted(nobody));
  }

  private Turn cards(Dialogue nobody, List<String> ids) {
    Standing unknown = new Standing(conversation.machine(), Facts.NONE);
    List<Message> messages =
        known(ids).stream()
            .map(topic -> topics.card(topic, unknown, nobody.asked(), false))
            .map(this::inviting)
            .toList();
    return turn(nobody, messages, Action.ANSWER, ids);
  }

  private List<Topic> known(List<String> ids) {
    return ids.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
  }

  private Turn offered(Dialogue nobody, List<String> ids) {
    List<List<Button>> rows = Choice.buttons(topics.rows(known(ids)), nobody.asked());
    Message offer = new Message(Message.Kind.NOTE, Text.of(phrases.say("offer")), rows);
    return turn(nobody, List.of(inviting(offer)), Action.OFFER, ids);
  }

  private Turn greeting(Dialogue nobody) {
    return said(nobody, "group-greeting", Action.MENU, Optional.empty());
  }

  private Turn said(Dialogue nobody, String phrase, Action action, Optional<Level> level) {
    Message message = new Message(Message.Kind.NOTE, Text.of(phrases.say(phrase)), List.of());
    return new Turn(
        nobody,
        List.of(inviting(message)),
        new Turn.Gist(action, List.of(), "welcome", level),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Turn toasted(Dialogue nobody) {
    return new Turn(
        nobody,
        List.of(),
        new Turn.Gist(Action.MENU, List.of(), "welcome", Optional.empty()),
        Optional.of(phrases.say("old-button")),
        Optional.empty(),
        List.of());
  }

  private static Turn turn(
      Dialogue nobody, List<Message> messages, Action action, List<String> topics) {
    return new Turn(
        nobody,
        messages,
        new Turn.Gist(action, topics, "welcome", Optional.empty()),
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
