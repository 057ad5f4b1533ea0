package backtalk.loader.chattests;

import backtalk.conversation.Urgency;
import backtalk.dialogue.TurnKind;
import backtalk.loader.ClosestName;
import backtalk.loader.ConversationFolder;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.ExpectedTexts;
import backtalk.loader.chattests.ChatTest.Step;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import backtalk.loader.yaml.YamlParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads chat tests. */
public final class ChatTestReader {
  private static final KeySchema STEP = KeySchema.of("a step").may("you", "bot");
  private static final KeySchema BOT =
      KeySchema.of("what the bot does")
          .may("facts", "state", "outcome", "says", "says-not", "buttons", "action", "topics");
  private static final List<String> VALUES = List.of("yes", "no", "unsure", "unknown");
  private static final List<String> ACTIONS =
      Arrays.stream(TurnKind.values()).map(TurnKind::word).toList();
  private static final List<String> LEVELS =
      Arrays.stream(Urgency.values()).map(Urgency::word).toList();

  private final SymbolTable symbols;
  private final Issues issues;

  private ChatTestReader(SymbolTable symbols, Issues issues) {
    this.symbols = symbols;
    this.issues = issues;
  }

  /**
   * Reads every YAML file below {@code tests/}, in the order of files and lines. The conversation
   * is read only for the names that it defines.
   *
   * @param folder the conversation's folder
   * @throws java.io.UncheckedIOException when a file exists and cannot be read
   */
  public static List<ChatTest> read(Path folder, Issues issues) {
    ConversationFolder conversation = ConversationFolder.withoutTests(folder, issues);
    ConversationFolder tests = ConversationFolder.tests(folder, issues);
    if (!conversation.isRead() || !tests.isRead()) {
      return List.of();
    }
    YamlDocuments files = YamlDocuments.of(conversation.texts(), new Issues());
    ChatTestReader reader = new ChatTestReader(new SymbolTable(files, issues), issues);
    return tests.texts().entrySet().stream()
        .flatMap(test -> reader.read(test.getKey(), test.getValue()).stream())
        .toList();
  }

  /** Reads one file of tests, whatever names its conversation defines. */
  static List<ChatTest> readAlone(String file, String yaml, Issues issues) {
    return new ChatTestReader(new SymbolTable(new YamlDocuments(Map.of()), issues), issues)
        .read(file, yaml);
  }

  private List<ChatTest> read(String file, String yaml) {
    return YamlParser.parse(file, yaml, issues).map(this::tests).orElse(List.of());
  }

  private List<ChatTest> tests(YamlNode root) {
    return MappingReader.group("The file", root, issues).entrySet().stream()
        .map(entry -> test(entry.getKey(), entry.getValue()))
        .toList();
  }

  private ChatTest test(String name, Entry entry) {
    List<Step> steps =
        entry.value() instanceof Items items
            ? items.nodes().stream().map(this::step).toList()
            : List.of();
    checkSteps(entry.at(), steps);
    return new ChatTest(name, entry.at().file(), entry.at().line(), steps);
  }

  private void checkSteps(SourceLocation at, List<Step> steps) {
    if (steps.isEmpty() || !(steps.getFirst() instanceof Step.You)) {
      issues.add(at, "The chat does not begin with '- you:'.", "Say first what the person does.");
    }
    if (steps.stream().noneMatch(step -> step instanceof Step.Bot)) {
      issues.add(
          at, "The chat looks at nothing the bot does.", "Add '- bot:' with what must hold.");
    }
  }

  private Step step(YamlNode node) {
    MappingReader fields = MappingReader.of(node, STEP, issues);
    if (fields.has("you") == fields.has("bot")) {
      issues.add(fields.at(), "A step is either 'you' or 'bot'.", "Begin each with its own '- '.");
    }
    return fields.has("bot")
        ? new Step.Bot(
            fields.at().line(), expected(MappingReader.of(fields.entry("bot"), BOT, issues)))
        : new Step.You(fields.at().line(), inputs(fields));
  }

  /**
   * Reads the inputs of a step. Inside a list an input may be empty, like a message without text;
   * elsewhere an empty input is a mistake.
   */
  private static List<String> inputs(MappingReader fields) {
    return fields.node("you").orElse(null) instanceof Items items
            && items.nodes().stream().allMatch(Scalar.class::isInstance)
        ? items.scalars().map(Scalar::text).toList()
        : texts(fields, "you");
  }

  private Expected expected(MappingReader bot) {
    return new Expected(
        OrderedMaps.mapEntries(bot.group("facts"), this::value),
        bot.scalar("state").map(this::state),
        bot.scalar("outcome").map(this::outcome),
        new ExpectedTexts(texts(bot, "says"), texts(bot, "says-not"), texts(bot, "buttons")),
        bot.scalar("action").map(action -> oneOf(action, ACTIONS, "an action")),
        topics(bot));
  }

  private static List<String> texts(MappingReader fields, String key) {
    return fields.list(key).stream().map(Scalar::text).toList();
  }

  private String value(String fact, Entry entry) {
    symbols.check(Kind.FACT, new Scalar(entry.at(), fact));
    Scalar value = entry.value() instanceof Scalar text ? text : new Scalar(entry.at(), "");
    return oneOf(value, VALUES, "an answer");
  }

  private String state(Scalar state) {
    if (!state.text().equals("welcome")) {
      symbols.check(Kind.STATE_OR_OUTCOME, state);
    }
    return state.text();
  }

  private String outcome(Scalar outcome) {
    if (!LEVELS.contains(outcome.text())) {
      symbols.check(Kind.OUTCOME, outcome);
    }
    return outcome.text();
  }

  private String oneOf(Scalar word, List<String> words, String what) {
    if (!words.contains(word.text())) {
      issues.add(
          word.at(),
          "'" + word.text() + "' is not " + what + ".",
          ClosestName.suggestion(
              words, word.text(), "Use one of: " + String.join(", ", words) + "."));
    }
    return word.text();
  }

  private Optional<List<String>> topics(MappingReader bot) {
    if (!bot.has("topics")) {
      return Optional.empty();
    }
    List<Scalar> topics = bot.list("topics");
    topics.forEach(topic -> symbols.check(Kind.TOPIC, topic));
    return Optional.of(topics.stream().map(Scalar::text).toList());
  }
}
