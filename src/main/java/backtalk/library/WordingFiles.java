package backtalk.library;

import backtalk.conversation.Answer;
import backtalk.conversation.Wording;
import backtalk.library.Names.Kind;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Scalar;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the files of wording/: how people say things. */
final class WordingFiles {
  private static final Shape FACT = Shape.of("the wording of a fact").may("yes", "no", "unsure");
  private static final Shape ANSWERS =
      Shape.of("the wording of answers").needs("yes", "no", "unsure", "none", "skip").may("other");

  private final Names names;
  private final Issues issues;
  private final PhraseLists lists;
  private final HearingFiles hearing;

  WordingFiles(Names names, Issues issues) {
    this.names = names;
    this.issues = issues;
    this.lists = new PhraseLists(issues);
    this.hearing = new HearingFiles(names, issues);
  }

  Wording read(Trees trees) {
    return new Wording(
        facts(trees.root(Trees.SAID_FACTS)),
        answers(trees),
        lists(trees.root(Trees.SAID_TOPICS)),
        lists(trees.root(Trees.SAID_VERBS)),
        hearing.lexicon(trees),
        hearing.flags(trees),
        hearing.slang(trees),
        hearing.cues(trees),
        hearing.thresholds(trees));
  }

  private Map<String, Map<Answer, List<String>>> facts(Node root) {
    return Ordered.keyed(Fields.group("The file", root, issues), this::fact);
  }

  private Map<Answer, List<String>> fact(String id, Entry entry) {
    names.check(Kind.FACT, new Scalar(entry.at(), id));
    Fields.of(entry, FACT, issues);
    Map<Answer, List<String>> said = new EnumMap<>(Answer.class);
    Fields.group("'" + id + "'", entry.value(), new Issues())
        .forEach((answer, phrases) -> put(said, answer, phrases));
    return Collections.unmodifiableMap(said);
  }

  private void put(Map<Answer, List<String>> said, String answer, Entry phrases) {
    if (FACT.keys().contains(answer)) {
      said.put(Answers.named(answer), lists.phrases(answer, phrases));
    }
  }

  private Map<String, List<String>> answers(Trees trees) {
    Node root = trees.root(Trees.SAID_ANSWERS);
    if (trees.has(Trees.SAID_ANSWERS)) {
      Fields.of(root, ANSWERS, issues);
    }
    return Ordered.keyed(Fields.group("The file", root, new Issues()), lists::phrases);
  }

  private Map<String, List<String>> lists(Node root) {
    return Ordered.keyed(Fields.group("The file", root, issues), lists::phrases);
  }
}
