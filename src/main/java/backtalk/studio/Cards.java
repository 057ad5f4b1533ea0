package backtalk.studio;

import backtalk.app.Bot;
import backtalk.conversation.Conversation;
import backtalk.dialogue.Message;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import backtalk.loader.checks.Readability;
import backtalk.proof.PositionCards;
import backtalk.telegram.parsing.CommandParser;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Renders the cards of a conversation as a person sees them, with their length and grade. */
final class Cards {
  private Cards() {}

  /**
   * Holds a card.
   *
   * @param kind topic, state, outcome or command
   * @param grade school years that reading it takes
   */
  record Card(String kind, String id, Message message, double grade, int words) {}

  /**
   * Returns the card of each topic, state that asks, outcome and command. Those of topics and
   * commands are shown to a person who has told nothing.
   */
  static List<Card> of(Bot bot) {
    Conversation all = bot.conversation();
    Map<String, Message> positions = PositionCards.of(all);
    Function<String, Optional<Message>> position = id -> Optional.ofNullable(positions.get(id));
    return Stream.of(
            cards("topic", all.topics().keySet(), id -> first(bot, topic(id))),
            cards("state", all.machine().states().keySet(), position),
            cards("outcome", all.machine().outcomes().keySet(), position),
            cards("command", CommandParser.MENU, name -> first(bot, command(name))))
        .flatMap(cards -> cards)
        .toList();
  }

  private static Stream<Card> cards(
      String kind, Collection<String> ids, Function<String, Optional<Message>> message) {
    return ids.stream().flatMap(id -> message.apply(id).map(it -> card(kind, id, it)).stream());
  }

  private static Card card(String kind, String id, Message message) {
    String text = message.text().plain();
    double grade = Math.max(0, Math.round(Readability.grade(text) * 10) / 10.0);
    return new Card(kind, id, message, grade, Readability.words(text).size());
  }

  private static Meaning topic(String id) {
    return new Meaning.Pressed(
        Optional.of(new ButtonPress("any", 0, new ButtonAction.ShowTopic(id))));
  }

  private static Meaning command(String name) {
    return new Meaning.Command(CommandKind.named(name).orElseThrow(), "");
  }

  private static Optional<Message> first(Bot bot, Meaning meaning) {
    return bot
        .engine()
        .turn(bot.engine().begin(Instant.EPOCH), meaning, Instant.EPOCH)
        .messages()
        .stream()
        .findFirst();
  }
}
