package backtalk.loader.parsers;

import backtalk.conversation.Answer;
import backtalk.conversation.LanguageData;
import backtalk.conversation.LanguageData.Cues;
import backtalk.conversation.LanguageData.FlagExamples;
import backtalk.conversation.LanguageData.Lexicon;
import backtalk.conversation.LanguageData.Patterns;
import backtalk.conversation.LanguageData.Slang;
import backtalk.conversation.Thresholds;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parses the files of wording/: the phrases that people use, lexicon patterns, red-flag examples,
 * slang, cues and thresholds.
 */
record WordingParser(YamlDocuments files, SymbolTable symbols, Issues issues) {
  private static final String NOW = "now";
  private static final String ELSE_NOW = "someone-else-now";
  private static final String LANGUAGES = "languages";
  private static final KeySchema FACT =
      KeySchema.of("the wording of a fact").may("yes", "no", "unsure");
  private static final KeySchema ANSWERS =
      KeySchema.of("the wording of answers")
          .needs("yes", "no", "unsure", "none", "skip")
          .may("other");
  private static final KeySchema LEXICON = KeySchema.of("the lexicon").needs("classes", "facts");
  private static final KeySchema PATTERNS =
      KeySchema.of("the patterns of a fact").may("yes", "maybe", "no", "mentions", "subjects");
  private static final KeySchema FLAGS =
      KeySchema.of("the messages about red flags")
          .needs(NOW, ELSE_NOW)
          .may("negated", "hypothetical", "question", "past-resolved", "someone-else-past")
          .may("other-body-part", "idiom", "benign");
  private static final KeySchema SLANG =
      KeySchema.of("the slang").needs("question", "answer", "emoji", "words");
  private static final KeySchema THRESHOLDS =
      KeySchema.of("the thresholds")
          .needs("model")
          .needs(Thresholds.Name.words().toArray(String[]::new));

  LanguageData read() {
    return new LanguageData(
        OrderedMaps.mapEntries(group(YamlDocuments.WORDING_FACTS, issues), this::fact),
        answers(),
        lists(group(YamlDocuments.WORDING_TOPICS, issues)),
        lists(group(YamlDocuments.WORDING_VERBS, issues)),
        optional(YamlDocuments.WORDING_LEXICON, LEXICON, this::lexicon)
            .orElse(new Lexicon(Map.of(), Map.of())),
        optional(YamlDocuments.WORDING_FLAGS, FLAGS, this::flags)
            .orElse(new FlagExamples(Map.of(), Map.of(), Map.of())),
        optional(YamlDocuments.WORDING_SLANG, SLANG, this::slang)
            .orElse(new Slang(Map.of(), Map.of(), Map.of(), List.of())),
        cues(),
        optional(YamlDocuments.WORDING_THRESHOLDS, THRESHOLDS, this::thresholds)
            .orElse(Thresholds.NONE));
  }

  private Map<String, Entry> group(String file, Issues issuesOfFile) {
    return MappingReader.group("The file", files.root(file), issuesOfFile);
  }

  private <T> Optional<T> optional(
      String file, KeySchema keySchema, Function<MappingReader, T> read) {
    return files.has(file)
        ? Optional.of(read.apply(MappingReader.of(files.root(file), keySchema, issues)))
        : Optional.empty();
  }

  private Map<Answer, List<String>> fact(String id, Entry entry) {
    checkFact(id, entry);
    MappingReader fields = MappingReader.of(entry, FACT, issues);
    Map<Answer, List<String>> phrases = new EnumMap<>(Answer.class);
    for (Answer answer : List.of(Answer.YES, Answer.NO, Answer.UNSURE)) {
      if (fields.has(answer.word())) {
        phrases.put(answer, optionalList(fields, answer.word()));
      }
    }
    return Collections.unmodifiableMap(phrases);
  }

  private void checkFact(String fact, Entry entry) {
    symbols.check(Kind.FACT, new Scalar(entry.at(), fact));
  }

  private Map<String, List<String>> answers() {
    if (files.has(YamlDocuments.WORDING_ANSWERS)) {
      MappingReader.of(files.root(YamlDocuments.WORDING_ANSWERS), ANSWERS, issues);
    }
    return lists(group(YamlDocuments.WORDING_ANSWERS, new Issues()));
  }

  private Lexicon lexicon(MappingReader file) {
    return new Lexicon(
        lists(file.group("classes")), OrderedMaps.mapEntries(file.group("facts"), this::patterns));
  }

  private Patterns patterns(String fact, Entry entry) {
    checkFact(fact, entry);
    MappingReader fields = MappingReader.of(entry, PATTERNS, issues);
    return new Patterns(
        optionalList(fields, "yes"),
        optionalList(fields, "maybe"),
        optionalList(fields, "no"),
        optionalList(fields, "mentions"),
        optionalList(fields, "subjects"));
  }

  private List<String> optionalList(MappingReader fields, String key) {
    return fields.has(key) ? list(key, fields.entry(key)) : List.of();
  }

  private FlagExamples flags(MappingReader file) {
    Map<String, List<String>> negatives = new LinkedHashMap<>();
    FLAGS.optional().forEach(kind -> negatives.put(kind, optionalList(file, kind)));
    return new FlagExamples(
        byFact(file.group(NOW)), byFact(file.group(ELSE_NOW)), OrderedMaps.copy(negatives));
  }

  private Map<String, List<String>> byFact(Map<String, Entry> group) {
    group.forEach(this::checkFact);
    return lists(group);
  }

  private Slang slang(MappingReader file) {
    return new Slang(
        words(file, "question"),
        words(file, "answer"),
        words(file, "emoji"),
        list("words", file.entry("words")));
  }

  private Map<String, String> words(MappingReader file, String key) {
    return OrderedMaps.mapEntries(file.group(key), this::word);
  }

  private String word(String slang, Entry meaning) {
    if (meaning.value() instanceof Scalar words) {
      return words.text();
    }
    issues.add(meaning.at(), "'" + slang + "' stands for no words.", "Write the words in quotes.");
    return slang;
  }

  private Cues cues() {
    Map<String, Entry> lists = new LinkedHashMap<>(group(YamlDocuments.WORDING_CUES, issues));
    Map<String, List<String>> languages =
        Optional.ofNullable(lists.remove(LANGUAGES))
            .map(entry -> MappingReader.group(LANGUAGES, entry.value(), issues))
            .map(this::lists)
            .orElse(Map.of());
    return new Cues(lists(lists), languages);
  }

  private Thresholds thresholds(MappingReader file) {
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

  /** Parses a list of phrases for each key. */
  private Map<String, List<String>> lists(Map<String, Entry> group) {
    return OrderedMaps.mapEntries(group, this::list);
  }

  /** Parses a list of phrases. A list that is missing or empty is an issue. */
  private List<String> list(String id, Entry entry) {
    if (entry.value() instanceof Items items && !items.nodes().isEmpty()) {
      return items.nodes().stream().map(this::phrase).toList();
    }
    issues.add(entry.at(), "'" + id + "' has no list of phrases.", "Write [\"one\", \"another\"].");
    return List.of();
  }

  private String phrase(YamlNode node) {
    if (node instanceof Scalar phrase && !phrase.text().isBlank()) {
      return phrase.text();
    }
    issues.add(
        node.at(),
        "Here is " + node.kind() + " where a phrase belongs.",
        "Write a text in quotes.");
    return "";
  }
}
