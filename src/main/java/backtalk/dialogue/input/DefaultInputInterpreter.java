package backtalk.dialogue.input;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.rendering.ButtonSpec;
import backtalk.dialogue.rendering.QuestionRenderer;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Normaliser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hears inputs with a listener, in the light of the question that is open. */
public final class DefaultInputInterpreter implements InputInterpreter {

  private final Engine engine;
  private final Interpreter interpreter;

  /** A hearing of dialogues that {@code engine} takes on. */
  public DefaultInputInterpreter(Engine engine, Interpreter interpreter) {
    this.engine = engine;
    this.interpreter = interpreter;
  }

  @Override
  public Meaning hear(Input input, Dialogue dialogue, Instant now) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) -> said(text, manner, dialogue, now);
      case Input.Tapped(String data) -> new Meaning.Pressed(ButtonPress.parse(data));
      case Input.Commanded(String name, String argument) -> command(name, argument, dialogue, now);
      case Input.Unreadable(String kind) -> new Meaning.Unreadable(kind);
      case Input.Silence silence -> new Meaning.Silence();
    };
  }

  /** Words behind a command are heard for warning signs, which then count more than the command. */
  private Meaning command(String name, String argument, Dialogue dialogue, Instant now) {
    Optional<CommandKind> verb = CommandKind.named(name);
    boolean link = verb.filter(it -> it == CommandKind.START).isPresent();
    Meaning command =
        verb.<Meaning>map(it -> new Meaning.Command(it, argument))
            .orElseGet(Meaning.UnknownCommand::new);
    return link || argument.isBlank() ? command : unlessAlarm(command, argument, dialogue, now);
  }

  private Meaning unlessAlarm(Meaning command, String argument, Dialogue dialogue, Instant now) {
    NluResult result = interpreter.interpret(argument, expected(dialogue, now));
    boolean alarm =
        result.mentions().stream().anyMatch(mention -> mention.answer() != Answer.NO)
            || !result.doubts().isEmpty()
            || result.someoneElse().isPresent();
    return alarm ? new Meaning.Words(argument, Input.Manner.TYPED, result) : command;
  }

  private Meaning said(String text, Input.Manner manner, Dialogue dialogue, Instant now) {
    Optional<ButtonAction> label =
        labelled(text, dialogue, now).filter(tap -> DefaultInputInterpreter.counts(tap, manner));
    return label
        .<Meaning>map(tap -> new Meaning.Pressed(Optional.of(press(tap, dialogue))))
        .orElseGet(() -> new Meaning.Words(text, manner, heard(text, manner, dialogue, now)));
  }

  private NluResult heard(String text, Input.Manner manner, Dialogue dialogue, Instant now) {
    OpenPrompt prompt = expected(dialogue, now);
    return manner.overLimit()
        ? interpreter.interpretByRules(text, prompt)
        : interpreter.interpret(text, prompt);
  }

  /** Over the flood limit only labels that tell a sign are buttons. */
  private static boolean counts(ButtonAction tap, Input.Manner manner) {
    boolean sign =
        switch (tap) {
          case ButtonAction.Tell(var fact, Answer answer) -> Answer.MAY_BE.contains(answer);
          case ButtonAction.TellRest(Answer answer) -> Answer.MAY_BE.contains(answer);
          default -> false;
        };
    return manner == Input.Manner.TYPED || (manner == Input.Manner.FLOOD && sign);
  }

  private static ButtonPress press(ButtonAction tap, Dialogue dialogue) {
    return new ButtonPress(dialogue.question().nonce(), dialogue.question().step(), tap);
  }

  /** Typing a button's label is pressing it. */
  private Optional<ButtonAction> labelled(String text, Dialogue dialogue, Instant now) {
    String plain = Normaliser.plain(text);
    return engine.keyboard(dialogue, now).stream()
        .flatMap(List::stream)
        .filter(choice -> Normaliser.plain(choice.label()).equals(plain))
        .map(ButtonSpec::tap)
        .findFirst();
  }

  private OpenPrompt expected(Dialogue dialogue, Instant now) {
    return engine
        .question(dialogue, now)
        .map(DefaultInputInterpreter::expected)
        .orElse(OpenPrompt.NOTHING);
  }

  private static OpenPrompt expected(QuestionRenderer.Open open) {
    return switch (open) {
      case QuestionRenderer.Open.Single(Fact fact, var state) ->
          new OpenPrompt(List.of(fact.id()), true);
      case QuestionRenderer.Open.Group(var state, List<Fact> facts) ->
          new OpenPrompt(facts.stream().map(Fact::id).toList(), true);
      case QuestionRenderer.Open.Small small -> new OpenPrompt(List.of(), true);
    };
  }
}
