package backtalk.studio;

import backtalk.app.Bot;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Meaning;
import backtalk.loader.checks.Readability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Renders cards as a person sees them, with their length and grade. */
final class Cards {
  private Cards() {}

  /**
   * Holds a card.
   *
   * @param kind topic, state or outcome
   * @param grade school years that reading it takes
   */
  record Card(String kind, String id, Message message, double grade, int words) {}

  static Card of(String kind, String id, Message message) {
    String text = message.text().plain();
    double grade = Math.max(0, Math.round(Readability.grade(text) * 10) / 10.0);
    return new Card(kind, id, message, grade, Readability.words(text).size());
  }

  /** Returns the card of each topic, to a person who has told nothing. */
  static List<Card> topics(Bot bot) {
    return bot.conversation().topics().keySet().stream()
        .map(id -> of("topic", id, show(bot, id).messages().getFirst()))
        .toList();
  }

  private static Turn show(Bot bot, String topic) {
    ButtonPress press = new ButtonPress("any", 0, new ButtonAction.ShowTopic(topic));
    Meaning meaning = new Meaning.Pressed(Optional.of(press));
    return bot.engine().turn(bot.engine().begin(Instant.EPOCH), meaning, Instant.EPOCH);
  }
}
