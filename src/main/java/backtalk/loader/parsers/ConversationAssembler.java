package backtalk.loader.parsers;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.loader.Issues;
import backtalk.loader.SymbolTable;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlDocuments;
import java.util.Map;

/**
 * Assembles a conversation from its files. The parsers run in the order of their dependencies. A
 * part that has mistakes is replaced by an empty one, so that later parts are still checked.
 */
public final class ConversationAssembler {
  private final YamlDocuments files;
  private final SymbolTable symbols;
  private final Issues issues;

  private ConversationAssembler(YamlDocuments files, SymbolTable symbols, Issues issues) {
    this.files = files;
    this.symbols = symbols;
    this.issues = issues;
  }

  /** Returns the conversation; {@code hash} identifies its version. */
  public static Conversation assemble(YamlDocuments files, String hash, Issues issues) {
    PhoneNumbers phoneNumbers = PhoneNumbers.of(files, issues);
    SymbolTable symbols = new SymbolTable(files, issues);
    return new ConversationAssembler(files.map(phoneNumbers::fill), symbols, issues)
        .conversation(hash);
  }

  private Conversation conversation(String hash) {
    FactParser factParser = FactParser.of(files.root(YamlDocuments.FACTS), symbols, issues);
    Map<String, Fact> withoutTexts = factParser.withoutTexts();
    GuardParser guardParser = new GuardParser(withoutTexts, symbols, issues);
    LineParser lineParser = new LineParser(guardParser, symbols, issues);
    Map<String, Fact> facts = factParser.withTexts(withoutTexts, lineParser);
    Map<String, String> phrases = MappingReader.texts(files.root(YamlDocuments.PHRASES), issues);
    HeadParser head =
        HeadParser.of(files.root(YamlDocuments.CONVERSATION), issuesOf(YamlDocuments.CONVERSATION));
    return new Conversation(
        head.about(hash),
        head.renames(facts),
        machine(head.file(), facts, phrases.getOrDefault("none-of-these", ""), lineParser),
        new TopicParser(lineParser, issues).read(files.root(YamlDocuments.TOPICS)),
        head.file().texts("topic-groups"),
        lineParser.read(head.file(), "cautions"),
        new SourceParser(symbols, issuesOf(YamlDocuments.SOURCES))
            .read(files.root(YamlDocuments.SOURCES)),
        phrases,
        new WordingParser(files, symbols, issues).read(),
        symbols.known(SymbolTable.Kind.TOPIC, head.mostAsked()));
  }

  private StateMachine machine(
      MappingReader head, Map<String, Fact> facts, String none, LineParser lineParser) {
    StateMachineParser parser =
        new StateMachineParser(lineParser, issuesOf(YamlDocuments.CONVERSATION));
    head.scalar("begin").ifPresent(state -> symbols.check(SymbolTable.Kind.STATE, state));
    return new StateMachine(
        head.optionalText("begin").orElse(""),
        parser.anywhere(head),
        parser.states(head.group("states"), none),
        new OutcomeParser(lineParser, issues).read(files.root(YamlDocuments.OUTCOMES)),
        facts);
  }

  /**
   * Returns an issue list for the parser of a file. The list is discarded when the file is missing
   * or is not YAML, because that issue has been reported and each missing key would repeat it.
   */
  private Issues issuesOf(String file) {
    return files.has(file) ? issues : new Issues();
  }
}
