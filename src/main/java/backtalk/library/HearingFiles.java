package backtalk.library;

import backtalk.conversation.Thresholds;
import backtalk.conversation.Wording.Cues;
import backtalk.conversation.Wording.FlagExamples;
import backtalk.conversation.Wording.Lexicon;
import backtalk.conversation.Wording.Patterns;
import backtalk.conversation.Wording.Slang;
import backtalk.library.Names.Kind;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Scalar;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the ears are tuned by: patterns, whole messages, slang, cues and thresholds. */
final class HearingFiles {
  private static final String NOW = "now";
  private static final String ELSE_NOW = "someone-else-now";
  private static final Shape LEXICON = Shape.of("the lexicon").needs("classes", "facts");
  private static final Shape FACT =
      Shape.of("the patterns of a fact").may("yes", "maybe", "no", "mentions");
  private static final Shape FLAGS =
      Shape.of("the messages about red flags")
          .needs(NOW, ELSE_NOW)
          .may("negated", "hypothetical", "question", "past-resolved", "someone-else-past")
          .may("other-body-part", "idiom", "benign");
  private static final Shape SLANG =
      Shape.of("the slang").needs("question", "answer", "emoji", "words");
  private static final String LANGUAGES = "languages";
  private static final Shape THRESHOLDS =
      Shape.of("the thresholds")
          .needs("model")
          .needs(Thresholds.Name.words().toArray(String[]::new));

  private final Names names;
  private final Issues issues;
  private final PhraseLists lists;

  HearingFiles(Names names, Issues issues) {
    this.names = names;
    this.issues = issues;
    this.lists = new PhraseLists(issues);
  }

  Lexicon lexicon(Trees trees) {
    if (!trees.has(Trees.SAID_LEXICON)) {
      return new Lexicon(Map.of(), Map.of());
    }
    Fields file = Fields.of(trees.root(Trees.SAID_LEXICON), LEXICON, issues);
    return new Lexicon(
        lists.read(file.group("classes")), Ordered.keyed(file.group("facts"), this::patterns));
  }

  private Patterns patterns(String fact, Entry entry) {
    checkFact(fact, entry);
    Fields fields = Fields.of(entry, FACT, issues);
    return new Patterns(
        some(fields, "yes"), some(fields, "maybe"), some(fields, "no"), some(fields, "mentions"));
  }

  private List<String> some(Fields fields, String key) {
    return fields.has(key) ? lists.phrases(key, fields.entry(key)) : List.of();
  }

  FlagExamples flags(Trees trees) {
    if (!trees.has(Trees.SAID_FLAGS)) {
      return new FlagExamples(Map.of(), Map.of(), Map.of());
    }
    Fields file = Fields.of(trees.root(Trees.SAID_FLAGS), FLAGS, issues);
    Map<String, List<String>> negatives = new LinkedHashMap<>();
    FLAGS.optional().forEach(kind -> negatives.put(kind, some(file, kind)));
    return new FlagExamples(
        byFact(file.group(NOW)), byFact(file.group(ELSE_NOW)), Ordered.copy(negatives));
  }

  private Map<String, List<String>> byFact(Map<String, Entry> group) {
    group.forEach(this::checkFact);
    return lists.read(group);
  }

  private void checkFact(String fact, Entry entry) {
    names.check(Kind.FACT, new Scalar(entry.at(), fact));
  }

  Slang slang(Trees trees) {
    if (!trees.has(Trees.SAID_SLANG)) {
      return new Slang(Map.of(), Map.of(), Map.of(), List.of());
    }
    Fields file = Fields.of(trees.root(Trees.SAID_SLANG), SLANG, issues);
    return new Slang(
        words(file, "question"),
        words(file, "answer"),
        words(file, "emoji"),
        lists.phrases("words", file.entry("words")));
  }

  private Map<String, String> words(Fields file, String key) {
    return Ordered.keyed(file.group(key), this::word);
  }

  private String word(String said, Entry meant) {
    if (meant.value() instanceof Scalar(Spot at, String text)) {
      return text;
    }
    issues.add(meant.at(), "'" + said + "' stands for no words.", "Write the words in quotes.");
    return said;
  }

  Cues cues(Trees trees) {
    Map<String, Entry> file =
        new LinkedHashMap<>(Fields.group("The file", trees.root(Trees.SAID_CUES), issues));
    Map<String, List<String>> languages =
        Optional.ofNullable(file.remove(LANGUAGES))
            .map(entry -> lists.read(Fields.group(LANGUAGES, entry.value(), issues)))
            .orElse(Map.of());
    return new Cues(lists.read(file), languages);
  }

  Thresholds thresholds(Trees trees) {
    if (!trees.has(Trees.SAID_THRESHOLDS)) {
      return Thresholds.NONE;
    }
    Fields file = Fields.of(trees.root(Trees.SAID_THRESHOLDS), THRESHOLDS, issues);
    Map<Thresholds.Name, Double> values = new EnumMap<>(Thresholds.Name.class);
    for (Thresholds.Name name : Thresholds.Name.values()) {
      file.scalar(name.word()).flatMap(this::number).ifPresent(value -> values.put(name, value));
    }
    return new Thresholds(file.text("model"), values);
  }

  private Optional<Double> number(Scalar text) {
    if (text.text().matches("[01]|[01]?\\.\\d{1,4}")) {
      return Optional.of(Double.valueOf(text.text()));
    }
    issues.add(
        text.at(), "'" + text.text() + "' is no threshold.", "Write a number from 0 to 1.9.");
    return Optional.empty();
  }
}
