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

/** Parses the files of wording/: the phrases that people use. */
public final class WordingParser {
  private static final KeySchema FACT =
      KeySchema.of("the wording of a fact").may("yes", "no", "unsure");
  private static final KeySchema ANSWERS =
      KeySchema.of("the wording of answers")
          .needs("yes", "no", "unsure", "none", "skip")
          .may("other");

  private final SymbolTable symbols;
  private final Issues issues;
  private final PhraseListReader phraseLists;
  private final LanguageDataParser languageData;

  public WordingParser(SymbolTable symbols, Issues issues) {
    this.symbols = symbols;
    this.issues = issues;
    this.phraseLists = new PhraseListReader(issues);
    this.languageData = new LanguageDataParser(symbols, issues);
  }

  public LanguageData read(YamlDocuments yamlDocuments) {
    return new LanguageData(
        facts(yamlDocuments.root(YamlDocuments.WORDING_FACTS)),
        answers(yamlDocuments),
        lists(yamlDocuments.root(YamlDocuments.WORDING_TOPICS)),
        lists(yamlDocuments.root(YamlDocuments.WORDING_VERBS)),
        languageData.lexicon(yamlDocuments),
        languageData.flags(yamlDocuments),
        languageData.slang(yamlDocuments),
        languageData.cues(yamlDocuments),
        languageData.thresholds(yamlDocuments));
  }

  private Map<String, Map<Answer, List<String>>> facts(YamlNode root) {
    return OrderedMaps.mapEntries(MappingReader.group("The file", root, issues), this::fact);
  }

  private Map<Answer, List<String>> fact(String id, Entry entry) {
    symbols.check(Kind.FACT, new Scalar(entry.at(), id));
    MappingReader.of(entry, FACT, issues);
    Map<Answer, List<String>> phrasesByAnswer = new EnumMap<>(Answer.class);
    MappingReader.group("'" + id + "'", entry.value(), new Issues())
        .forEach((answer, phrases) -> put(phrasesByAnswer, answer, phrases));
    return Collections.unmodifiableMap(phrasesByAnswer);
  }

  private void put(Map<Answer, List<String>> phrasesByAnswer, String answer, Entry phrases) {
    if (FACT.keys().contains(answer)) {
      phrasesByAnswer.put(AnswerNames.named(answer), phraseLists.phrases(answer, phrases));
    }
  }

  private Map<String, List<String>> answers(YamlDocuments yamlDocuments) {
    YamlNode root = yamlDocuments.root(YamlDocuments.WORDING_ANSWERS);
    if (yamlDocuments.has(YamlDocuments.WORDING_ANSWERS)) {
      MappingReader.of(root, ANSWERS, issues);
    }
    return OrderedMaps.mapEntries(
        MappingReader.group("The file", root, new Issues()), phraseLists::phrases);
  }

  private Map<String, List<String>> lists(YamlNode root) {
    return OrderedMaps.mapEntries(
        MappingReader.group("The file", root, issues), phraseLists::phrases);
  }
}
