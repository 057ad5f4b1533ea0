package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Line;
import backtalk.conversation.Machine;
import backtalk.conversation.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the files together: each is read by a reader of its own, in the order in which they need one
 * another. Where a file has mistakes, something empty stands in the conversation.
 */
final class Binding {
  private final Trees raw;
  private final Trees trees;
  private final Numbers numbers;
  private final Names names;
  private final Issues issues;

  Binding(Trees raw, Issues issues) {
    this.raw = raw;
    this.issues = issues;
    this.numbers = Numbers.of(raw, issues);
    this.trees = raw.map(numbers::fill);
    this.names = new Names(raw, issues);
  }

  /** The conversation, as far as it could be read. */
  Conversation conversation(String hash) {
    FactFile factFile = new FactFile(trees.root(Trees.FACTS), names, issues);
    Map<String, Fact> wordless = factFile.wordless();
    Guards guards = new Guards(wordless, names, issues);
    Lines lines = new Lines(guards, names, issues);
    Map<String, Fact> facts = factFile.worded(wordless, lines);
    return conversation(hash, facts, guards, lines);
  }

  private Conversation conversation(
      String hash, Map<String, Fact> facts, Guards guards, Lines lines) {
    ConversationFile file = new ConversationFile(about());
    Fields head = file.fields(trees.root(Trees.CONVERSATION));
    Map<String, String> phrases = new PhraseFile(numbers, issues).read(raw.root(Trees.PHRASES));
    MachineFile machine = new MachineFile(lines, guards, names, about());
    List<Line> cautions = lines.read(head, "cautions");
    return new Conversation(
        file.about(head, hash),
        new PastFile(told(facts), about()).read(head),
        machine(head, machine, facts, phrases, lines),
        topics(guards, lines),
        cautions,
        new SourceFile(names, issuesOf(Trees.SOURCES)).read(trees.root(Trees.SOURCES)),
        phrases,
        new WordingFiles(names, issues).read(trees));
  }

  private Machine machine(
      Fields head,
      MachineFile file,
      Map<String, Fact> facts,
      Map<String, String> phrases,
      Lines lines) {
    head.scalar("begin").ifPresent(state -> names.check(Names.Kind.STATE, state));
    return new Machine(
        head.maybe("begin").orElse(""),
        file.anywhere(head),
        file.states(head.group("states"), phrases.getOrDefault("none-of-these", "")),
        new OutcomeFile(lines, issues).read(trees.root(Trees.OUTCOMES)),
        facts);
  }

  private static Set<String> told(Map<String, Fact> facts) {
    return facts.values().stream()
        .filter(fact -> !fact.workedOut())
        .map(Fact::id)
        .collect(Collectors.toSet());
  }

  private Map<String, Topic> topics(Guards guards, Lines lines) {
    return new TopicFile(lines, guards, names, issues).read(trees.root(Trees.TOPICS));
  }

  private Issues about() {
    return issuesOf(Trees.CONVERSATION);
  }

  /** A file that is missing or no YAML has had its issue: what it lacks is not told again. */
  private Issues issuesOf(String file) {
    return trees.has(file) ? issues : new Issues();
  }
}
