package backtalk.loader.parsers;

import backtalk.conversation.Answer;
import backtalk.conversation.LanguageData;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.PhraseListReader;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the files of wording/: how people say things. */
public final class WordingParser {
  private static final KeySchema FACT =
      KeySchema.of("the wording of a fact").may("yes", "no", "unsure");
  private static final KeySchema ANSWERS =
      KeySchema.of("the wording of answers")
          .needs("yes", "no", "unsure", "none", "skip")
          .may("other");

  private final SymbolTable symbols;
  private final Issues issues;
  private final PhraseListReader lists;
  private final LanguageDataParser hearing;

  public WordingParser(SymbolTable symbols, Issues issues) {
    this.symbols = symbols;
    this.issues = issues;
    this.lists = new PhraseListReader(issues);
    this.hearing = new LanguageDataParser(symbols, issues);
  }

  public LanguageData read(YamlDocuments yamlDocuments) {
    return new LanguageData(
        facts(yamlDocuments.root(YamlDocuments.WORDING_FACTS)),
        answers(yamlDocuments),
        lists(yamlDocuments.root(YamlDocuments.WORDING_TOPICS)),
        lists(yamlDocuments.root(YamlDocuments.WORDING_VERBS)),
        hearing.lexicon(yamlDocuments),
        hearing.flags(yamlDocuments),
        hearing.slang(yamlDocuments),
        hearing.cues(yamlDocuments),
        hearing.thresholds(yamlDocuments));
  }

  private Map<String, Map<Answer, List<String>>> facts(YamlNode root) {
    return OrderedMaps.mapEntries(MappingReader.group("The file", root, issues), this::fact);
  }

  private Map<Answer, List<String>> fact(String id, Entry entry) {
    symbols.check(Kind.FACT, new Scalar(entry.at(), id));
    MappingReader.of(entry, FACT, issues);
    Map<Answer, List<String>> said = new EnumMap<>(Answer.class);
    MappingReader.group("'" + id + "'", entry.value(), new Issues())
        .forEach((answer, phrases) -> put(said, answer, phrases));
    return Collections.unmodifiableMap(said);
  }

  private void put(Map<Answer, List<String>> said, String answer, Entry phrases) {
    if (FACT.keys().contains(answer)) {
      said.put(AnswerNames.named(answer), lists.phrases(answer, phrases));
    }
  }

  private Map<String, List<String>> answers(YamlDocuments yamlDocuments) {
    YamlNode root = yamlDocuments.root(YamlDocuments.WORDING_ANSWERS);
    if (yamlDocuments.has(YamlDocuments.WORDING_ANSWERS)) {
      MappingReader.of(root, ANSWERS, issues);
    }
    return OrderedMaps.mapEntries(
        MappingReader.group("The file", root, new Issues()), lists::phrases);
  }

  private Map<String, List<String>> lists(YamlNode root) {
    return OrderedMaps.mapEntries(MappingReader.group("The file", root, issues), lists::phrases);
  }
}
