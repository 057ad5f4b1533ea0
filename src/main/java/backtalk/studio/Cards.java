package backtalk.studio;

import backtalk.dialogue.Engine;
import backtalk.dialogue.Message;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Meaning;
import backtalk.loader.checks.Readability;
import backtalk.loader.yaml.SourceLocation;
import backtalk.studio.PhoneJson.MessageJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders the cards of a conversation as a person sees them, with their length and grade. */
final class Cards {
  private Cards() {}

  /**
   * Defines a card in JSON.
   *
   * @param kind topic, state or outcome
   * @param grade school years that reading it takes
   */
  record Card(
      String kind,
      String id,
      String title,
      String place,
      MessageJson message,
      double grade,
      int words,
      int characters) {}

  /** Returns the card of each topic, to a person who has told nothing. */
  static List<Card> topics(Version version) {
    Engine engine = version.bot().engine();
    return version.bot().conversation().topics().values().stream()
        .map(
            topic -> {
              var show = new ButtonPress("any", 0, new ButtonAction.ShowTopic(topic.id()));
              Message card =
                  engine
                      .turn(
                          engine.begin(Instant.EPOCH),
                          new Meaning.Pressed(Optional.of(show)),
                          Instant.EPOCH)
                      .messages()
                      .getFirst();
              return card(
                  "topic",
                  topic.id(),
                  topic.asks(),
                  version.read().sourceMap().topic(topic.id()),
                  card);
            })
        .toList();
  }

  /** Returns the cards of states and outcomes, as the first test to reach each has shown them. */
  static List<Card> positions(Version version, Map<String, Message> shown) {
    var machine = version.bot().conversation().machine();
    var map = version.read().sourceMap();
    Stream<Card> states =
        machine.states().values().stream()
            .filter(it -> shown.containsKey(it.id()))
            .map(
                it ->
                    card(
                        "state",
                        it.id(),
                        it.question().title(),
                        map.state(it.id()),
                        shown.get(it.id())));
    Stream<Card> outcomes =
        machine.outcomes().keySet().stream()
            .filter(shown::containsKey)
            .map(it -> card("outcome", it, it, map.outcome(it), shown.get(it)));
    return Stream.concat(states, outcomes).toList();
  }

  private static Card card(
      String kind, String id, String title, SourceLocation at, Message message) {
    String text = message.text().plain();
    double grade = Math.max(0, Math.round(Readability.grade(text) * 10) / 10.0);
    return new Card(
        kind,
        id,
        title,
        MachineJson.place(at),
        PhoneJson.of(message),
        grade,
        Readability.words(text).size(),
        text.length());
  }
}
