package backtalk.loader.parsers;

import backtalk.conversation.LanguageData.Cues;
import backtalk.conversation.LanguageData.FlagExamples;
import backtalk.conversation.LanguageData.Lexicon;
import backtalk.conversation.LanguageData.Patterns;
import backtalk.conversation.LanguageData.Slang;
import backtalk.conversation.Thresholds;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.PhraseListReader;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses the language data: lexicon patterns, red-flag examples, slang, cues and thresholds. */
final class LanguageDataParser {
  private static final String NOW = "now";
  private static final String ELSE_NOW = "someone-else-now";
  private static final KeySchema LEXICON = KeySchema.of("the lexicon").needs("classes", "facts");
  private static final KeySchema FACT =
      KeySchema.of("the patterns of a fact").may("yes", "maybe", "no", "mentions");
  private static final KeySchema FLAGS =
      KeySchema.of("the messages about red flags")
          .needs(NOW, ELSE_NOW)
          .may("negated", "hypothetical", "question", "past-resolved", "someone-else-past")
          .may("other-body-part", "idiom", "benign");
  private static final KeySchema SLANG =
      KeySchema.of("the slang").needs("question", "answer", "emoji", "words");
  private static final String LANGUAGES = "languages";
  private static final KeySchema THRESHOLDS =
      KeySchema.of("the thresholds")
          .needs("model")
          .needs(Thresholds.Name.words().toArray(String[]::new));

  private final SymbolTable symbols;
  private final Issues issues;
  private final PhraseListReader phraseLists;

  LanguageDataParser(SymbolTable symbols, Issues issues) {
    this.symbols = symbols;
    this.issues = issues;
    this.phraseLists = new PhraseListReader(issues);
  }

  Lexicon lexicon(YamlDocuments yamlDocuments) {
    if (!yamlDocuments.has(YamlDocuments.WORDING_LEXICON)) {
      return new Lexicon(Map.of(), Map.of());
    }
    MappingReader file =
        MappingReader.of(yamlDocuments.root(YamlDocuments.WORDING_LEXICON), LEXICON, issues);
    return new Lexicon(
        phraseLists.read(file.group("classes")),
        OrderedMaps.mapEntries(file.group("facts"), this::patterns));
  }

  private Patterns patterns(String fact, Entry entry) {
    checkFact(fact, entry);
    MappingReader fields = MappingReader.of(entry, FACT, issues);
    return new Patterns(
        optionalPhrases(fields, "yes"),
        optionalPhrases(fields, "maybe"),
        optionalPhrases(fields, "no"),
        optionalPhrases(fields, "mentions"));
  }

  private List<String> optionalPhrases(MappingReader fields, String key) {
    return fields.has(key) ? phraseLists.phrases(key, fields.entry(key)) : List.of();
  }

  FlagExamples flags(YamlDocuments yamlDocuments) {
    if (!yamlDocuments.has(YamlDocuments.WORDING_FLAGS)) {
      return new FlagExamples(Map.of(), Map.of(), Map.of());
    }
    MappingReader file =
        MappingReader.of(yamlDocuments.root(YamlDocuments.WORDING_FLAGS), FLAGS, issues);
    Map<String, List<String>> negatives = new LinkedHashMap<>();
    FLAGS.optional().forEach(kind -> negatives.put(kind, optionalPhrases(file, kind)));
    return new FlagExamples(
        byFact(file.group(NOW)), byFact(file.group(ELSE_NOW)), OrderedMaps.copy(negatives));
  }

  private Map<String, List<String>> byFact(Map<String, Entry> group) {
    group.forEach(this::checkFact);
    return phraseLists.read(group);
  }

  private void checkFact(String fact, Entry entry) {
    symbols.check(Kind.FACT, new Scalar(entry.at(), fact));
  }

  Slang slang(YamlDocuments yamlDocuments) {
    if (!yamlDocuments.has(YamlDocuments.WORDING_SLANG)) {
      return new Slang(Map.of(), Map.of(), Map.of(), List.of());
    }
    MappingReader file =
        MappingReader.of(yamlDocuments.root(YamlDocuments.WORDING_SLANG), SLANG, issues);
    return new Slang(
        words(file, "question"),
        words(file, "answer"),
        words(file, "emoji"),
        phraseLists.phrases("words", file.entry("words")));
  }

  private Map<String, String> words(MappingReader file, String key) {
    return OrderedMaps.mapEntries(file.group(key), this::word);
  }

  private String word(String slang, Entry meaning) {
    if (meaning.value() instanceof Scalar(SourceLocation at, String text)) {
      return text;
    }
    issues.add(meaning.at(), "'" + slang + "' stands for no words.", "Write the words in quotes.");
    return slang;
  }

  Cues cues(YamlDocuments yamlDocuments) {
    Map<String, Entry> file =
        new LinkedHashMap<>(
            MappingReader.group(
                "The file", yamlDocuments.root(YamlDocuments.WORDING_CUES), issues));
    Map<String, List<String>> languages =
        Optional.ofNullable(file.remove(LANGUAGES))
            .map(entry -> phraseLists.read(MappingReader.group(LANGUAGES, entry.value(), issues)))
            .orElse(Map.of());
    return new Cues(phraseLists.read(file), languages);
  }

  Thresholds thresholds(YamlDocuments yamlDocuments) {
    if (!yamlDocuments.has(YamlDocuments.WORDING_THRESHOLDS)) {
      return Thresholds.NONE;
    }
    MappingReader file =
        MappingReader.of(yamlDocuments.root(YamlDocuments.WORDING_THRESHOLDS), THRESHOLDS, issues);
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
