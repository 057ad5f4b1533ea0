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
 * Puts the files together: each is read by a reader of its own, in the order in which they need one
 * another. Where a file has mistakes, something empty stands in the conversation.
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

  /** The conversation, as far as it could be read. */
  Conversation conversation(String hash) {
    FactParser factParser =
        new FactParser(yamlDocuments.root(YamlDocuments.FACTS), symbols, issues);
    Map<String, Fact> wordless = factParser.wordless();
    GuardParser guardParser = new GuardParser(wordless, symbols, issues);
    LineParser lineParser = new LineParser(guardParser, symbols, issues);
    Map<String, Fact> facts = factParser.worded(wordless, lineParser);
    return conversation(hash, facts, guardParser, lineParser);
  }

  private Conversation conversation(
      String hash, Map<String, Fact> facts, GuardParser guardParser, LineParser lineParser) {
    ConversationParser file = new ConversationParser(about());
    MappingReader head = file.fields(yamlDocuments.root(YamlDocuments.CONVERSATION));
    Map<String, String> phrases =
        new PhraseParser(phoneNumbers, issues).read(raw.root(YamlDocuments.PHRASES));
    StateMachineParser machine = new StateMachineParser(lineParser, guardParser, symbols, about());
    List<SourcedText> cautions = lineParser.read(head, "cautions");
    return new Conversation(
        file.about(head, hash),
        new RenamesParser(told(facts), about()).read(head),
        machine(head, machine, facts, phrases, lineParser),
        topics(guardParser, lineParser),
        cautions,
        new SourceParser(symbols, issuesOf(YamlDocuments.SOURCES))
            .read(yamlDocuments.root(YamlDocuments.SOURCES)),
        phrases,
        new WordingParser(symbols, issues).read(yamlDocuments));
  }

  private StateMachine machine(
      MappingReader head,
      StateMachineParser file,
      Map<String, Fact> facts,
      Map<String, String> phrases,
      LineParser lineParser) {
    head.scalar("begin").ifPresent(state -> symbols.check(SymbolTable.Kind.STATE, state));
    return new StateMachine(
        head.maybe("begin").orElse(""),
        file.anywhere(head),
        file.states(head.group("states"), phrases.getOrDefault("none-of-these", "")),
        new OutcomeParser(lineParser, issues).read(yamlDocuments.root(YamlDocuments.OUTCOMES)),
        facts);
  }

  private static Set<String> told(Map<String, Fact> facts) {
    return facts.values().stream()
        .filter(fact -> !fact.workedOut())
        .map(Fact::id)
        .collect(Collectors.toSet());
  }

  private Map<String, Topic> topics(GuardParser guardParser, LineParser lineParser) {
    return new TopicParser(lineParser, guardParser, symbols, issues)
        .read(yamlDocuments.root(YamlDocuments.TOPICS));
  }

  private Issues about() {
    return issuesOf(YamlDocuments.CONVERSATION);
  }

  /** A file that is missing or no YAML has had its issue: what it lacks is not told again. */
  private Issues issuesOf(String file) {
    return yamlDocuments.has(file) ? issues : new Issues();
  }
}
