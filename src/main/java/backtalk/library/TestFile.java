package backtalk.library;

import backtalk.conversation.Level;
import backtalk.library.ChatTest.Expected;
import backtalk.library.ChatTest.Said;
import backtalk.library.ChatTest.Step;
import backtalk.library.Names.Kind;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Items;
import backtalk.library.Node.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one file of chats that must hold. */
final class TestFile {
  private static final Shape STEP = Shape.of("a step").may("you", "bot");
  private static final Shape BOT =
      Shape.of("what the bot does")
          .may("facts", "state", "outcome", "says", "says-not", "buttons", "action", "topics");
  private static final List<String> VALUES = List.of("yes", "no", "unsure", "unknown");
  private static final List<String> ACTIONS =
      List.of(
          "emergency",
          "see-doctor",
          "professional",
          "self-care",
          "reassure",
          "confirm",
          "answer",
          "offer",
          "ask",
          "decline",
          "menu");
  private static final List<String> LEVELS =
      Arrays.stream(Level.values()).map(Level::word).toList();

  private final Names names;
  private final Issues issues;

  TestFile(Names names, Issues issues) {
    this.names = names;
    this.issues = issues;
  }

  List<ChatTest> read(Node root) {
    return Fields.group("The file", root, issues).entrySet().stream()
        .map(entry -> test(entry.getKey(), entry.getValue()))
        .toList();
  }

  private ChatTest test(String name, Entry entry) {
    List<Node> nodes =
        entry.value() instanceof Items(Spot at, List<Node> items) ? items : List.of();
    List<Step> steps = nodes.stream().map(this::step).toList();
    checkSteps(entry.at(), steps);
    return new ChatTest(name, entry.at().file(), entry.at().line(), steps);
  }

  private void checkSteps(Spot at, List<Step> steps) {
    if (steps.isEmpty() || !(steps.getFirst() instanceof Step.You)) {
      issues.add(at, "The chat does not begin with '- you:'.", "Say first what the person does.");
    }
    if (steps.stream().noneMatch(step -> step instanceof Step.Bot)) {
      issues.add(
          at, "The chat looks at nothing the bot does.", "Add '- bot:' with what must hold.");
    }
  }

  private Step step(Node node) {
    Fields fields = Fields.of(node, STEP, issues);
    if (fields.has("you") == fields.has("bot")) {
      issues.add(fields.at(), "A step is either 'you' or 'bot'.", "Begin each with its own '- '.");
    }
    return fields.has("bot")
        ? new Step.Bot(fields.at().line(), expected(Fields.of(fields.entry("bot"), BOT, issues)))
        : new Step.You(fields.at().line(), inputs(fields));
  }

  /** In a list an input may be empty, as a message may be; elsewhere it was forgotten. */
  private static List<String> inputs(Fields fields) {
    boolean plain =
        fields.node("you").orElse(null) instanceof Items(Spot at, List<Node> nodes)
            && nodes.stream().allMatch(Scalar.class::isInstance);
    return plain
        ? fields.node("you").stream().flatMap(Node::scalars).map(Scalar::text).toList()
        : fields.list("you").stream().map(Scalar::text).toList();
  }

  private Expected expected(Fields bot) {
    return new Expected(
        Ordered.keyed(bot.group("facts"), this::value),
        bot.scalar("state").map(this::state),
        bot.scalar("outcome").map(this::outcome),
        new Said(texts(bot, "says"), texts(bot, "says-not"), texts(bot, "buttons")),
        bot.scalar("action").map(this::action),
        topics(bot));
  }

  private static List<String> texts(Fields bot, String key) {
    return bot.list(key).stream().map(Scalar::text).toList();
  }

  private String value(String fact, Entry entry) {
    names.check(Kind.FACT, new Scalar(entry.at(), fact));
    return entry.value() instanceof Scalar value
        ? oneOf(value, VALUES, "an answer")
        : oneOf(new Scalar(entry.at(), ""), VALUES, "an answer");
  }

  private String state(Scalar state) {
    if (!state.text().equals("welcome")) {
      names.check(Kind.PLACE, state);
    }
    return state.text();
  }

  private String outcome(Scalar outcome) {
    if (!LEVELS.contains(outcome.text())) {
      names.check(Kind.OUTCOME, outcome);
    }
    return outcome.text();
  }

  private String action(Scalar action) {
    return oneOf(action, ACTIONS, "an action");
  }

  private String oneOf(Scalar word, List<String> words, String what) {
    if (!words.contains(word.text())) {
      issues.add(
          word.at(),
          "'" + word.text() + "' is not " + what + ".",
          DidYouMean.oneOf(words, word.text(), "Use one of: " + String.join(", ", words) + "."));
    }
    return word.text();
  }

  private Optional<List<String>> topics(Fields bot) {
    if (!bot.has("topics")) {
      return Optional.empty();
    }
    List<Scalar> topics = bot.list("topics");
    topics.forEach(topic -> names.check(Kind.TOPIC, topic));
    return Optional.of(topics.stream().map(Scalar::text).toList());
  }
}
