package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.understanding.Expected;
import backtalk.understanding.Heard;
import backtalk.understanding.Listener;
import backtalk.understanding.Normaliser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hears inputs with a listener, in the light of the question that is open. */
public final class Listening implements Hearing {

  private final Engine engine;
  private final Listener listener;

  /** A hearing of dialogues that {@code engine} takes on. */
  public Listening(Engine engine, Listener listener) {
    this.engine = engine;
    this.listener = listener;
  }

  @Override
  public Meaning hear(Input input, Dialogue dialogue, Instant now) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) -> said(text, manner, dialogue, now);
      case Input.Tapped(String data) -> new Meaning.Pressed(Press.parse(data));
      case Input.Commanded(String name, String argument) -> command(name, argument, dialogue, now);
      case Input.Unreadable(String kind) -> new Meaning.Unreadable(kind);
      case Input.Silence silence -> new Meaning.Silence();
    };
  }

  /** Words behind a command are heard for warning signs, which then count more than the command. */
  private Meaning command(String name, String argument, Dialogue dialogue, Instant now) {
    Optional<Verb> verb = Verb.named(name);
    boolean link = verb.filter(it -> it == Verb.START).isPresent();
    Meaning command =
        verb.<Meaning>map(it -> new Meaning.Command(it, argument))
            .orElseGet(Meaning.UnknownCommand::new);
    return link || argument.isBlank() ? command : unlessAlarm(command, argument, dialogue, now);
  }

  private Meaning unlessAlarm(Meaning command, String argument, Dialogue dialogue, Instant now) {
    Heard heard = listener.hear(argument, expected(dialogue, now));
    boolean alarm =
        heard.tells().stream().anyMatch(telling -> telling.answer() != Answer.NO)
            || !heard.doubts().isEmpty()
            || heard.someoneElse().isPresent();
    return alarm ? new Meaning.Words(argument, Input.Manner.TYPED, heard) : command;
  }

  private Meaning said(String text, Input.Manner manner, Dialogue dialogue, Instant now) {
    Optional<Tap> label =
        labelled(text, dialogue, now).filter(tap -> Listening.counts(tap, manner));
    return label
        .<Meaning>map(tap -> new Meaning.Pressed(Optional.of(press(tap, dialogue))))
        .orElseGet(() -> new Meaning.Words(text, manner, heard(text, manner, dialogue, now)));
  }

  private Heard heard(String text, Input.Manner manner, Dialogue dialogue, Instant now) {
    Expected expected = expected(dialogue, now);
    return manner.overLimit() ? listener.hearSigns(text, expected) : listener.hear(text, expected);
  }

  /** Over the flood limit only labels that tell a sign are buttons. */
  private static boolean counts(Tap tap, Input.Manner manner) {
    boolean sign =
        switch (tap) {
          case Tap.Tell(var fact, Answer answer) -> Answer.MAY_BE.contains(answer);
          case Tap.TellRest(Answer answer) -> Answer.MAY_BE.contains(answer);
          default -> false;
        };
    return manner == Input.Manner.TYPED || (manner == Input.Manner.FLOOD && sign);
  }

  private static Press press(Tap tap, Dialogue dialogue) {
    return new Press(dialogue.asked().nonce(), dialogue.asked().step(), tap);
  }

  /** Typing a button's label is pressing it. */
  private Optional<Tap> labelled(String text, Dialogue dialogue, Instant now) {
    String plain = Normaliser.plain(text);
    return engine.keyboard(dialogue, now).stream()
        .flatMap(List::stream)
        .filter(choice -> Normaliser.plain(choice.label()).equals(plain))
        .map(Choice::tap)
        .findFirst();
  }

  private Expected expected(Dialogue dialogue, Instant now) {
    return engine.question(dialogue, now).map(Listening::expected).orElse(Expected.NOTHING);
  }

  private static Expected expected(Questions.Open open) {
    return switch (open) {
      case Questions.Open.Single(Fact fact, var state) -> new Expected(List.of(fact.id()), true);
      case Questions.Open.Group(var state, List<Fact> facts) ->
          new Expected(facts.stream().map(Fact::id).toList(), true);
      case Questions.Open.Small small -> new Expected(List.of(), true);
    };
  }
}
