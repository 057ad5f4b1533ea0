package backtalk.loader;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.loader.parsers.ConversationParser;
import backtalk.loader.parsers.FactParser;
import backtalk.loader.parsers.GuardParser;
import backtalk.loader.parsers.LineParser;
import backtalk.loader.parsers.OutcomeParser;
import backtalk.loader.parsers.PhraseParser;
import backtalk.loader.parsers.RenamesParser;
import backtalk.loader.parsers.SourceParser;
import backtalk.loader.parsers.StateMachineParser;
import backtalk.loader.parsers.TopicParser;
import backtalk.loader.parsers.WordingParser;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assembles a conversation from its parsed files. The parsers run in the order of their
 * dependencies. A part that has mistakes is replaced by an empty one, so that later parts are still
 * checked.
 */
final class ConversationAssembler {
  private final YamlDocuments raw;
  private final YamlDocuments yamlDocuments;
  private final PhoneNumbers phoneNumbers;
  private final SymbolTable symbols;
  private final Issues issues;

  ConversationAssembler(YamlDocuments raw, Issues issues) {
    this.raw = raw;
    this.issues = issues;
    this.phoneNumbers = PhoneNumbers.of(raw, issues);
    this.yamlDocuments = raw.map(phoneNumbers::fill);
    this.symbols = new SymbolTable(raw, issues);
  }

  /** Assembles the conversation; parts with mistakes are empty. */
  Conversation conversation(String hash) {
    FactParser factParser =
        new FactParser(yamlDocuments.root(YamlDocuments.FACTS), symbols, issues);
    Map<String, Fact> withoutTexts = factParser.withoutTexts();
    GuardParser guardParser = new GuardParser(withoutTexts, symbols, issues);
    LineParser lineParser = new LineParser(guardParser, symbols, issues);
    Map<String, Fact> facts = factParser.withTexts(withoutTexts, lineParser);
    return conversation(hash, facts, guardParser, lineParser);
  }

  private Conversation conversation(
      String hash, Map<String, Fact> facts, GuardParser guardParser, LineParser lineParser) {
    ConversationParser conversationParser = new ConversationParser(conversationIssues());
    MappingReader head = conversationParser.fields(yamlDocuments.root(YamlDocuments.CONVERSATION));
    Map<String, String> phrases =
        new PhraseParser(phoneNumbers, issues).read(raw.root(YamlDocuments.PHRASES));
    StateMachineParser machineParser =
        new StateMachineParser(lineParser, guardParser, symbols, conversationIssues());
    List<SourcedText> cautions = lineParser.read(head, "cautions");
    return new Conversation(
        conversationParser.about(head, hash),
        new RenamesParser(answerableIds(facts), conversationIssues()).read(head),
        machine(head, machineParser, facts, phrases, lineParser),
        topics(guardParser, lineParser),
        cautions,
        new SourceParser(symbols, issuesOf(YamlDocuments.SOURCES))
            .read(yamlDocuments.root(YamlDocuments.SOURCES)),
        phrases,
        new WordingParser(symbols, issues).read(yamlDocuments));
  }

  private StateMachine machine(
      MappingReader head,
      StateMachineParser parser,
      Map<String, Fact> facts,
      Map<String, String> phrases,
      LineParser lineParser) {
    head.scalar("begin").ifPresent(state -> symbols.check(SymbolTable.Kind.STATE, state));
    return new StateMachine(
        head.optionalText("begin").orElse(""),
        parser.anywhere(head),
        parser.states(head.group("states"), phrases.getOrDefault("none-of-these", "")),
        new OutcomeParser(lineParser, issues).read(yamlDocuments.root(YamlDocuments.OUTCOMES)),
        facts);
  }

  private static Set<String> answerableIds(Map<String, Fact> facts) {
    return facts.values().stream()
        .filter(fact -> !fact.workedOut())
        .map(Fact::id)
        .collect(Collectors.toSet());
  }

  private Map<String, Topic> topics(GuardParser guardParser, LineParser lineParser) {
    return new TopicParser(lineParser, guardParser, symbols, issues)
        .read(yamlDocuments.root(YamlDocuments.TOPICS));
  }

  private Issues conversationIssues() {
    return issuesOf(YamlDocuments.CONVERSATION);
  }

  /**
   * Returns an issue list for the parser of a file. The list is discarded when the file is missing
   * or is not YAML, because that issue has been reported and each missing key would repeat it.
   */
  private Issues issuesOf(String file) {
    return yamlDocuments.has(file) ? issues : new Issues();
  }
}
