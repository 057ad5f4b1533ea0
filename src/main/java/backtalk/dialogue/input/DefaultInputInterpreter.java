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

/** Interprets inputs with the language understanding, given the open question. */
public final class DefaultInputInterpreter implements InputInterpreter {

  private final Engine engine;
  private final Interpreter interpreter;

  /** Creates an interpreter for dialogues of {@code engine}. */
  public DefaultInputInterpreter(Engine engine, Interpreter interpreter) {
    this.engine = engine;
    this.interpreter = interpreter;
  }

  @Override
  public Meaning interpret(Input input, Dialogue dialogue, Instant now) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) -> words(text, manner, dialogue, now);
      case Input.Tapped(String data) -> new Meaning.Pressed(ButtonPress.parse(data));
      case Input.Commanded(String name, String argument) -> command(name, argument, dialogue, now);
      case Input.Unreadable(String kind) -> new Meaning.Unreadable(kind);
      case Input.Silence silence -> new Meaning.Silence();
    };
  }

  /** Interprets the text behind a command. A warning sign in it counts more than the command. */
  private Meaning command(String name, String argument, Dialogue dialogue, Instant now) {
    Optional<CommandKind> kind = CommandKind.named(name);
    boolean link = kind.filter(it -> it == CommandKind.START).isPresent();
    Meaning command =
        kind.<Meaning>map(it -> new Meaning.Command(it, argument))
            .orElseGet(Meaning.UnknownCommand::new);
    return link || argument.isBlank() ? command : unlessRedFlag(command, argument, dialogue, now);
  }

  private Meaning unlessRedFlag(Meaning command, String argument, Dialogue dialogue, Instant now) {
    NluResult result = interpreter.interpret(argument, openPrompt(dialogue, now));
    boolean redFlag =
        result.mentions().stream().anyMatch(mention -> mention.answer() != Answer.NO)
            || !result.doubts().isEmpty()
            || result.someoneElse().isPresent();
    return redFlag ? new Meaning.Words(argument, Input.Manner.TYPED, result) : command;
  }

  private Meaning words(String text, Input.Manner manner, Dialogue dialogue, Instant now) {
    Optional<ButtonAction> label =
        labelled(text, dialogue, now)
            .filter(action -> DefaultInputInterpreter.counts(action, manner));
    return label
        .<Meaning>map(action -> new Meaning.Pressed(Optional.of(press(action, dialogue))))
        .orElseGet(() -> new Meaning.Words(text, manner, result(text, manner, dialogue, now)));
  }

  private NluResult result(String text, Input.Manner manner, Dialogue dialogue, Instant now) {
    OpenPrompt prompt = openPrompt(dialogue, now);
    return manner.overLimit()
        ? interpreter.interpretByRules(text, prompt)
        : interpreter.interpret(text, prompt);
  }

  /**
   * Returns true when a typed label counts as a press; over the flood limit only that of a sign
   * does.
   */
  private static boolean counts(ButtonAction action, Input.Manner manner) {
    boolean sign =
        switch (action) {
          case ButtonAction.AnswerFact(var fact, Answer answer) -> Answer.MAY_BE.contains(answer);
          case ButtonAction.AnswerRest(Answer answer) -> Answer.MAY_BE.contains(answer);
          default -> false;
        };
    return manner == Input.Manner.TYPED || (manner == Input.Manner.FLOOD && sign);
  }

  private static ButtonPress press(ButtonAction action, Dialogue dialogue) {
    return new ButtonPress(dialogue.question().nonce(), dialogue.question().step(), action);
  }

  /** Returns the action of the button that has this text as its label. */
  private Optional<ButtonAction> labelled(String text, Dialogue dialogue, Instant now) {
    String plain = Normaliser.plain(text);
    return engine.keyboard(dialogue, now).stream()
        .flatMap(List::stream)
        .filter(button -> Normaliser.plain(button.label()).equals(plain))
        .map(ButtonSpec::action)
        .findFirst();
  }

  private OpenPrompt openPrompt(Dialogue dialogue, Instant now) {
    return engine
        .question(dialogue, now)
        .map(DefaultInputInterpreter::openPrompt)
        .orElse(OpenPrompt.NOTHING);
  }

  private static OpenPrompt openPrompt(QuestionRenderer.Open open) {
    return switch (open) {
      case QuestionRenderer.Open.Single(Fact fact, var state) ->
          new OpenPrompt(List.of(fact.id()), true);
      case QuestionRenderer.Open.Group(var state, List<Fact> facts) ->
          new OpenPrompt(facts.stream().map(Fact::id).toList(), true);
      case QuestionRenderer.Open.YesNo yesNo -> new OpenPrompt(List.of(), true);
    };
  }
}
