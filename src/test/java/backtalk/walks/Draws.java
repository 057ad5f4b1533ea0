package backtalk.walks;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.dialogue.Button;
import backtalk.dialogue.Input;
import backtalk.dialogue.Message;
import backtalk.dialogue.Press;
import backtalk.dialogue.Tap;
import backtalk.dialogue.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws what somebody does next: some patiently answer what they are asked, others anything. */
final class Draws {

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
  private final Meanings meanings;
  private final List<String> phrases;
  private final List<String> arguments;
  private final int patience;

  Draws(Conversation conversation, Random random, Meanings meanings) {
    this.random = random;
    this.meanings = meanings;
    this.patience = random.nextInt(3);
    this.phrases = phrases(conversation);
    this.arguments = new ArrayList<>(List.of("", "", "", "check", "nonsense"));
    arguments.addAll(conversation.topics().keySet());
    arguments.addAll(phrases);
  }

  /** Words that tell a fact, words that answer, and words that ask. */
  private static List<String> phrases(Conversation conversation) {
    List<String> all = new ArrayList<>();
    conversation.wording().facts().values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .forEach(said -> all.addAll(said.subList(0, Math.min(2, said.size()))));
    conversation.wording().answers().values().forEach(said -> all.addAll(said.subList(0, 1)));
    conversation.wording().topics().values().forEach(said -> all.addAll(said.subList(0, 1)));
    return all;
  }

  /** The next act of somebody who sees this. */
  Act next(Seen seen) {
    int kind = random.nextInt(100);
    if (random.nextInt(3) < patience || kind < 35) {
      return seen.newest().map(this::press).orElseGet(this::command);
    }
    return switch (kind / 5) {
      case 7 -> seen.any(random).map(this::any).orElseGet(this::command);
      case 8 -> seen.any(random).map(this::any).orElseGet(this::command);
      case 9 -> seen.newest().map(this::types).orElseGet(this::command);
      case 10, 11 -> says(one(phrases));
      case 12 -> says(one(NOISE));
      case 13, 14, 15, 16 -> says(meanings.next());
      case 17 -> command();
      case 18 -> odd();
      default -> waits();
    };
  }

  /** A button of the newest message; a patient person mostly denies. */
  private Act press(Message message) {
    List<Button> denying = Seen.buttons(message).stream().filter(Draws::leadsOn).toList();
    boolean denies = !denying.isEmpty() && random.nextInt(10) < 3 + 3 * patience;
    return press(message, one(denies ? denying : Seen.buttons(message)));
  }

  private static boolean leadsOn(Button button) {
    return Press.parse(button.data())
        .map(Press::tap)
        .filter(
            tap ->
                tap.equals(new Tap.TellRest(Answer.NO))
                    || (tap instanceof Tap.Tell(var fact, Answer answer) && answer == Answer.NO)
                    || tap.equals(new Tap.Settle(true))
                    || tap.equals(new Tap.Do(Verb.GO_ON))
                    || tap.equals(new Tap.Do(Verb.START_OVER))
                    || tap.equals(new Tap.Do(Verb.CHECK)))
        .isPresent();
  }

  private Act any(Message message) {
    return press(message, one(Seen.buttons(message)));
  }

  private static Act press(Message message, Button button) {
    String line = "[" + button.label() + "] " + button.data();
    return new Act.Sends(line, new Input.Tapped(button.data()), Optional.of(message));
  }

  private Act types(Message message) {
    return says(one(Seen.buttons(message)).label());
  }

  private Act says(String text) {
    Input.Manner manner =
        random.nextInt(10) < 7 ? Input.Manner.TYPED : one(List.of(Input.Manner.values()));
    String line = manner == Input.Manner.TYPED ? text : "(" + manner + ") " + text;
    return Act.Sends.of(line, new Input.Said(text, manner));
  }

  private Act command() {
    String name = one(COMMANDS);
    String argument = one(arguments);
    return Act.Sends.of("/" + name + " " + argument, new Input.Commanded(name, argument));
  }

  private Act odd() {
    return switch (random.nextInt(6)) {
      case 0 -> new Act.Restarts();
      case 1, 2 -> new Act.Changes();
      case 3 -> new Act.Repeats();
      case 4 -> Act.Sends.of("(forged)", new Input.Tapped(one(FORGED)));
      default -> {
        String kind = one(KINDS);
        yield Act.Sends.of("(" + kind + ")", new Input.Unreadable(kind));
      }
    };
  }

  private Act waits() {
    return new Act.Waits(
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
