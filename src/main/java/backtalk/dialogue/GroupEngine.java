package backtalk.dialogue;

import backtalk.conversation.Answer;
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
      case Meaning.Words words -> topics(empty, words.result().topics(), cautious(words.result()));
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          press.map(ButtonPress::action).orElse(null)
                  instanceof ButtonAction.ShowTopic(String topic)
              ? cards(empty, List.of(topic), unknown())
              : expiredButton(empty);
      case Meaning.Command(var command, String topic)
          when conversation.topics().containsKey(topic) ->
          cards(empty, List.of(topic), unknown());
      case Meaning.Command command -> greeting(empty);
      case Meaning.UnknownCommand unknown -> greeting(empty);
      case Meaning.Unreadable unreadable -> greeting(empty);
      case Meaning.Silence silence -> silence(empty);
      case Meaning.FollowUpDue due -> silence(empty);
    };
  }

  /** Returns true when the mentioned facts, together or alone, would be an emergency in private. */
  private boolean isEmergency(NluResult result) {
    return result.someoneElse().isPresent() || assessment(told(result)).isEmergency();
  }

  private static Facts told(NluResult result) {
    Facts facts = Facts.NONE;
    for (FactMention mention : result.mentions()) {
      facts = with(facts, mention.fact(), mention.answer());
    }
    return facts;
  }

  /** Returns the assessment by which cards are rendered: a doubted sign counts as unsure. */
  private Assessment cautious(NluResult result) {
    Facts facts = told(result);
    for (String doubt : result.doubts()) {
      facts = facts.is(doubt, Answer.MAY_BE) ? facts : with(facts, doubt, Answer.UNSURE);
    }
    return assessment(facts);
  }

  private static Facts with(Facts facts, String fact, Answer answer) {
    return facts.with(fact, new FactValue(answer, Instant.EPOCH));
  }

  private Assessment assessment(Facts facts) {
    return new Assessment(conversation.machine(), facts);
  }

  private Assessment unknown() {
    return assessment(Facts.NONE);
  }

  private static boolean isWithoutSigns(NluResult result) {
    return result.mentions().isEmpty()
        && result.doubts().isEmpty()
        && result.someoneElse().isEmpty();
  }

  private static boolean isSmallTalk(NluResult result) {
    return result.verb().isPresent() && result.topics() instanceof TopicMatch.Declined;
  }

  private Turn topics(Dialogue empty, TopicMatch match, Assessment assessment) {
    return switch (match) {
      case TopicMatch.Answered(List<String> ids, var alternatives, var sure) ->
          cards(empty, ids, assessment);
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
    Assessment assessment = cautious(result);
    return known(result.topics().named()).stream()
        .filter(topic -> !topic.movements() || isWithoutSigns(result))
        .limit(InlineCard.MOST)
        .map(topic -> new InlineCard(topic.asks(), topics.words(topic, assessment)))
        .toList();
  }

  private Turn cards(Dialogue empty, List<String> ids, Assessment assessment) {
    List<Message> cards =
        known(ids).stream()
            .flatMap(
                topic ->
                    Stream.concat(
                        topics.above(topic, assessment).stream(),
                        Stream.of(
                            topics.card(topic, List.of(), assessment, empty.question(), false))))
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
