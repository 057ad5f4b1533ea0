package backtalk.dialogue.input;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.Question;
import backtalk.dialogue.Situation;
import backtalk.dialogue.ports.RecentText;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Normaliser;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Interprets inputs with the language understanding, given the open question. It joins a text that
 * means nothing by itself with the texts sent right before it.
 */
public class InputInterpreter {

  /** Limits how long before a text the texts joined with it may have been sent. */
  private static final Duration MOST_APART = Duration.ofSeconds(15);

  /** Limits the length, in UTF-16 units, of a text to be joined; longer texts are complete. */
  private static final int LONGEST = 200;

  private static final Set<AnswerKind> DENIALS = EnumSet.of(AnswerKind.NO, AnswerKind.NONE);

  private final Interpreter interpreter;

  public InputInterpreter(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Returns the meaning of an input, joined with the texts right before it where that helps. */
  public Meaning interpret(IncomingInput incoming, Situation situation, RecentText recentText) {
    Meaning alone = interpret(incoming.input(), situation);
    String before = before(incoming, recentText);
    if (!(alone instanceof Meaning.Words words) || !isJoinable(words)) {
      keep(incoming, before, "", recentText);
      return alone;
    }
    String all = (before + " " + words.text()).strip();
    Optional<Meaning> joined =
        before.isEmpty()
            ? Optional.empty()
            : joined(words, new Input.Said(all, words.manner()), situation);
    boolean complete = words.result().understood() || joined.isPresent();
    String kept = all.length() <= LONGEST ? all : words.text();
    keep(incoming, before, complete ? "" : kept, recentText);
    return joined.orElse(alone);
  }

  private static boolean isJoinable(Meaning.Words words) {
    boolean typed = words.manner() == Input.Manner.TYPED || words.manner() == Input.Manner.FLOOD;
    return typed && words.text().length() <= LONGEST;
  }

  /**
   * Returns the meaning of all texts together if it adds to that of the last one. A text that only
   * hints at something is joined too: a sign that only both together state is then recorded and not
   * merely asked back. What no text denies by itself, they do not deny together.
   */
  private Optional<Meaning> joined(Meaning.Words alone, Input all, Situation situation) {
    boolean understood = alone.result().understood();
    boolean hints = alone.result().mentions().isEmpty() && !alone.result().doubts().isEmpty();
    if (understood && !hints) {
      return Optional.empty();
    }
    return interpret(all, situation) instanceof Meaning.Words words
            && (understood ? !words.result().mentions().isEmpty() : words.result().understood())
            && words.result().reply().filter(DENIALS::contains).isEmpty()
            && words.result().mentions().stream().noneMatch(it -> it.answer() == Answer.NO)
        ? Optional.of(words)
        : Optional.empty();
  }

  /**
   * Keeps a text for the next message. An empty text is kept too, so that an update taken again
   * finds the texts before it.
   */
  private static void keep(
      IncomingInput incoming, String before, String text, RecentText recentText) {
    boolean any = !text.isEmpty() || recentText.of(incoming.chat()).isPresent();
    if (any) {
      recentText.keep(
          incoming.chat(), new RecentText.Kept(incoming.update(), before, text, incoming.at()));
    }
  }

  /** Returns the texts right before; an update taken again gets the same ones as at first. */
  private static String before(IncomingInput incoming, RecentText recentText) {
    return recentText
        .of(incoming.chat())
        .filter(kept -> !kept.at().plus(MOST_APART).isBefore(incoming.at()))
        .map(kept -> kept.update() == incoming.update() ? kept.before() : kept.text())
        .orElse("");
  }

  public Meaning interpret(Input input, Situation situation) {
    return switch (input) {
      case Input.Said(String text, Input.Manner manner) -> words(text, manner, situation);
      case Input.Tapped(String data) -> new Meaning.Pressed(ButtonPress.parse(data));
      case Input.Commanded(String name, String argument) -> command(name, argument, situation);
      case Input.Unreadable(String kind) -> new Meaning.Unreadable(kind);
      case Input.Silence silence -> new Meaning.Silence();
      case Input.FollowUpDue due -> new Meaning.FollowUpDue();
    };
  }

  /** Interprets the text behind a command. A warning sign in it counts more than the command. */
  private Meaning command(String name, String argument, Situation situation) {
    Optional<CommandKind> kind = CommandKind.named(name);
    Meaning command =
        kind.<Meaning>map(it -> new Meaning.Command(it, argument))
            .orElseGet(Meaning.UnknownCommand::new);
    boolean link = kind.equals(Optional.of(CommandKind.START));
    if (link || argument.isBlank()) {
      return command;
    }
    NluResult result = interpreter.interpret(argument, openPrompt(situation));
    boolean redFlag =
        result.mentions().stream().anyMatch(mention -> mention.answer() != Answer.NO)
            || !result.doubts().isEmpty()
            || result.someoneElse().isPresent();
    return redFlag ? new Meaning.Words(argument, Input.Manner.TYPED, result) : command;
  }

  private Meaning words(String text, Input.Manner manner, Situation situation) {
    return typedLabel(text, situation)
        .filter(action -> counts(action, manner))
        .<Meaning>map(action -> pressed(action, situation.stored().question()))
        .orElseGet(() -> new Meaning.Words(text, manner, result(text, manner, situation)));
  }

  private NluResult result(String text, Input.Manner manner, Situation situation) {
    OpenPrompt prompt = openPrompt(situation);
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

  /** Returns a press under the question that the person has seen, which may have moved since. */
  private static Meaning pressed(ButtonAction action, OpenQuestion seen) {
    return new Meaning.Pressed(Optional.of(new ButtonPress(seen.nonce(), seen.step(), action)));
  }

  /**
   * Returns the action of the button that has this text as its label. A retraction is confirmed by
   * a tap only.
   */
  private static Optional<ButtonAction> typedLabel(String text, Situation situation) {
    if (situation.isRetracting()) {
      return Optional.empty();
    }
    String plain = Normaliser.plain(text);
    return situation.buttons().stream()
        .flatMap(List::stream)
        .filter(button -> Normaliser.plain(button.label()).equals(plain))
        .map(ButtonSpec::action)
        .findFirst();
  }

  /** Returns the open question in the form in which words are understood as its answer. */
  public static OpenPrompt openPrompt(Situation situation) {
    boolean doubted = situation.doubted().isPresent();
    return situation
        .question()
        .map(Question::asked)
        .map(asked -> new OpenPrompt(asked.stream().map(Fact::id).toList(), true, doubted))
        .orElse(OpenPrompt.NOTHING);
  }
}
