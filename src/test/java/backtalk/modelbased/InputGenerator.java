package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.dialogue.Button;
import backtalk.dialogue.Message;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws the next input at random. A patient person mostly answers the question asked. */
final class InputGenerator {

  private static final List<String> NOISE =
      List.of("", "👍", "asdf qwer", "ok", "y", "nope", "idk", "x".repeat(300), "12", "...");
  private static final List<String> COMMANDS =
      List.of(
          "start",
          "check",
          "topics",
          "back",
          "stop",
          "help",
          "privacy",
          "mydata",
          "forget",
          "startover",
          "change",
          "undo",
          "undo",
          "nonsense");
  private static final List<String> KINDS =
      List.of("photo", "voice", "video", "sticker", "document", "other");
  private static final List<String> FORGED =
      List.of("", "x", "....", "abc.1.a:nofact:y", "abc.zzzzzzzzz.r:n", "n.1.q:1", "n.1.r:n");

  private final Random random;
  private final MeaningGenerator meaningGenerator;
  private final List<String> phrases;
  private final List<String> arguments;
  private final int patience;

  InputGenerator(Conversation conversation, Random random, MeaningGenerator meaningGenerator) {
    this.random = random;
    this.meaningGenerator = meaningGenerator;
    this.patience = random.nextInt(3);
    this.phrases = phrases(conversation);
    this.arguments = new ArrayList<>(List.of("", "", "", "check", "nonsense"));
    arguments.addAll(conversation.topics().keySet());
    arguments.addAll(phrases);
  }

  /** Collects phrases that mention a fact, answer a question or ask about a topic. */
  private static List<String> phrases(Conversation conversation) {
    List<String> all = new ArrayList<>();
    conversation.wording().facts().values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .forEach(some -> all.addAll(some.subList(0, Math.min(2, some.size()))));
    conversation.wording().answers().values().forEach(some -> all.addAll(some.subList(0, 1)));
    conversation.wording().topics().values().forEach(some -> all.addAll(some.subList(0, 1)));
    return all;
  }

  /** Returns the next action of a person who sees this screen. */
  UserAction next(ObservedScreen observedScreen) {
    int kind = random.nextInt(100);
    if (random.nextInt(3) < patience || kind < 35) {
      return observedScreen.newest().map(this::press).orElseGet(this::command);
    }
    return switch (kind / 5) {
      case 7 -> observedScreen.any(random).map(this::any).orElseGet(this::command);
      case 8 -> observedScreen.any(random).map(this::any).orElseGet(this::command);
      case 9 -> observedScreen.newest().map(this::types).orElseGet(this::command);
      case 10, 11 -> says(one(phrases));
      case 12 -> says(one(NOISE));
      case 13, 14, 15, 16 -> says(meaningGenerator.next());
      case 17 -> command();
      case 18 -> odd();
      default -> waits();
    };
  }

  /** Presses a button of the newest message; a patient person mostly denies. */
  private UserAction press(Message message) {
    List<Button> denying =
        ObservedScreen.buttons(message).stream().filter(InputGenerator::leadsOn).toList();
    boolean denies = !denying.isEmpty() && random.nextInt(10) < 3 + 3 * patience;
    return press(message, one(denies ? denying : ObservedScreen.buttons(message)));
  }

  private static boolean leadsOn(Button button) {
    return ButtonPress.parse(button.data())
        .map(ButtonPress::action)
        .filter(
            tap ->
                tap.equals(new ButtonAction.AnswerRest(Answer.NO))
                    || (tap instanceof ButtonAction.AnswerFact(var fact, Answer answer)
                        && answer == Answer.NO)
                    || tap.equals(new ButtonAction.Confirm(true))
                    || tap.equals(new ButtonAction.RunCommand(CommandKind.GO_ON))
                    || tap.equals(new ButtonAction.RunCommand(CommandKind.START_OVER))
                    || tap.equals(new ButtonAction.RunCommand(CommandKind.CHECK)))
        .isPresent();
  }

  private UserAction any(Message message) {
    return press(message, one(ObservedScreen.buttons(message)));
  }

  private static UserAction press(Message message, Button button) {
    String line = "[" + button.label() + "] " + button.data();
    return new UserAction.Sends(line, new Input.Tapped(button.data()), Optional.of(message));
  }

  private UserAction types(Message message) {
    return says(one(ObservedScreen.buttons(message)).label());
  }

  private UserAction says(String text) {
    Input.Manner manner =
        random.nextInt(10) < 7 ? Input.Manner.TYPED : one(List.of(Input.Manner.values()));
    String line = manner == Input.Manner.TYPED ? text : "(" + manner + ") " + text;
    return UserAction.Sends.of(line, new Input.Said(text, manner));
  }

  private UserAction command() {
    String name = one(COMMANDS);
    String argument = one(arguments);
    return UserAction.Sends.of("/" + name + " " + argument, new Input.Commanded(name, argument));
  }

  private UserAction odd() {
    return switch (random.nextInt(6)) {
      case 0 -> new UserAction.Restarts();
      case 1, 2 -> new UserAction.Changes();
      case 3 -> new UserAction.Repeats();
      case 4 -> UserAction.Sends.of("(forged)", new Input.Tapped(one(FORGED)));
      default -> {
        String kind = one(KINDS);
        yield UserAction.Sends.of("(" + kind + ")", new Input.Unreadable(kind));
      }
    };
  }

  private UserAction waits() {
    return new UserAction.Waits(
        switch (random.nextInt(5)) {
          case 0 -> Duration.ofMinutes(1 + random.nextInt(59));
          case 1, 2 -> Duration.ofHours(1 + random.nextInt(13));
          case 3 -> Duration.ofHours(12 + random.nextInt(12));
          default -> Duration.ofDays(1 + random.nextInt(30));
        });
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
