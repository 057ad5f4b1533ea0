package backtalk.dialogue;

import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.ButtonSpec;
import backtalk.dialogue.input.Meaning;
import backtalk.dialogue.rendering.TopicRenderer;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers topics in a group. No facts are asked or stored there, because a check is private. */
record GroupEngine(Conversation conversation, TopicRenderer topics) {

  /** Names the position before a check, the only one in a group. */
  private static final String WELCOME = new Position.Welcome().word();

  Turn turn(Dialogue empty, Meaning meaning) {
    return switch (meaning) {
      case Meaning.Words words when isEmergency(words.result()) ->
          note(empty, "group-emergency", TurnKind.EMERGENCY);
      case Meaning.Words words when words.manner().overLimit() -> silence(empty);
      case Meaning.Words words when isSmallTalk(words.result()) -> greeting(empty);
      case Meaning.Words words -> topics(empty, words.result().topics());
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          press.map(ButtonPress::action).orElse(null)
                  instanceof ButtonAction.ShowTopic(String topic)
              ? cards(empty, List.of(topic))
              : expiredButton(empty);
      case Meaning.Command(var command, String topic)
          when conversation.topics().containsKey(topic) ->
          cards(empty, List.of(topic));
      case Meaning.Command command -> greeting(empty);
      case Meaning.UnknownCommand unknown -> greeting(empty);
      case Meaning.Unreadable unreadable -> greeting(empty);
      case Meaning.Silence silence -> silence(empty);
      case Meaning.FollowUpDue due -> silence(empty);
    };
  }

  /** Returns true when the mentioned facts, together or alone, would be an emergency in private. */
  private boolean isEmergency(NluResult result) {
    Facts facts = Facts.NONE;
    for (FactMention mention : result.mentions()) {
      facts = facts.with(mention.fact(), new FactValue(mention.answer(), Instant.EPOCH));
    }
    return result.someoneElse().isPresent()
        || new Assessment(conversation.machine(), facts).isEmergency();
  }

  private static boolean isWithoutSigns(NluResult result) {
    return result.mentions().isEmpty()
        && result.doubts().isEmpty()
        && result.someoneElse().isEmpty();
  }

  private static boolean isSmallTalk(NluResult result) {
    return result.verb().isPresent() && result.topics() instanceof TopicMatch.Declined;
  }

  private Turn topics(Dialogue empty, TopicMatch match) {
    return switch (match) {
      case TopicMatch.Answered(List<String> ids, var alternatives, var sure) -> cards(empty, ids);
      case TopicMatch.Offered(List<String> ids) -> {
        List<List<Button>> rows =
            ButtonSpec.buttons(TopicRenderer.rows(known(ids)), empty.question());
        yield turn(empty, TurnKind.OFFER, ids, List.of(note("offer", rows)));
      }
      case TopicMatch.Declined declined -> note(empty, "decline", TurnKind.DECLINE);
    };
  }

  /** Returns up to three cards for a question in any chat; for an emergency its card alone. */
  List<InlineCard> inline(NluResult result) {
    if (isEmergency(result)) {
      return List.of(
          new InlineCard(
              conversation.phrase("level-emergency"),
              FormattedText.of(conversation.phrase("group-emergency"))));
    }
    Assessment unknown = new Assessment(conversation.machine(), Facts.NONE);
    return known(result.topics().named()).stream()
        .filter(topic -> !topic.movements() || isWithoutSigns(result))
        .limit(InlineCard.MOST)
        .map(topic -> new InlineCard(topic.asks(), topics.words(topic, unknown)))
        .toList();
  }

  private Turn cards(Dialogue empty, List<String> ids) {
    Assessment unknown = new Assessment(conversation.machine(), Facts.NONE);
    List<Message> cards =
        known(ids).stream()
            .flatMap(
                topic ->
                    Stream.concat(
                        topics.above(topic, unknown).stream(),
                        Stream.of(topics.card(topic, List.of(), unknown, empty.question(), false))))
            .toList();
    return turn(empty, TurnKind.ANSWER, ids, cards);
  }

  private List<Topic> known(List<String> ids) {
    return ids.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
  }

  private Turn greeting(Dialogue empty) {
    return note(empty, "group-greeting", TurnKind.MENU);
  }

  private Turn silence(Dialogue empty) {
    return turn(empty, TurnKind.MENU, List.of(), List.of());
  }

  private Turn note(Dialogue empty, String phrase, TurnKind kind) {
    return turn(empty, kind, List.of(), List.of(note(phrase, List.of())));
  }

  private Message note(String phrase, List<List<Button>> rows) {
    return new Message(Message.Kind.NOTE, FormattedText.of(conversation.phrase(phrase)), rows);
  }

  private Turn expiredButton(Dialogue empty) {
    Turn.Gist gist = new Turn.Gist(TurnKind.MENU, List.of(), List.of(), WELCOME, Optional.empty());
    Optional<String> toast = Optional.of(conversation.phrase("old-button"));
    return new Turn(empty, List.of(), gist, toast, Optional.empty(), false);
  }

  /** Builds a turn; each of its messages gets a button that opens the private chat. */
  private Turn turn(Dialogue empty, TurnKind kind, List<String> topics, List<Message> messages) {
    Optional<Urgency> urgency =
        kind == TurnKind.EMERGENCY ? Optional.of(Urgency.EMERGENCY) : Optional.empty();
    List<Button> privately = List.of(Button.privately(conversation.phrase("check-privately")));
    return new Turn(
        empty,
        messages.stream().map(message -> message.with(privately)).toList(),
        new Turn.Gist(kind, topics, List.of(), WELCOME, urgency),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
