package backtalk.loader.yaml;

import backtalk.conversation.StatePath;
import java.util.stream.Stream;

/** Finds the source location of each part of a conversation. */
public final class SourceMap {
  private final YamlDocuments yamlDocuments;

  public SourceMap(YamlDocuments yamlDocuments) {
    this.yamlDocuments = yamlDocuments;
  }

  /** Returns the parsed files in the binary form of {@link YamlTreeCodec}. */
  public byte[] parsed() {
    return YamlTreeCodec.encode(yamlDocuments);
  }

  /** Returns the location of a state. */
  public SourceLocation state(String id) {
    return yamlDocuments.locate(YamlDocuments.CONVERSATION, "states", id);
  }

  /**
   * Returns the location of a transition. The location of a state's only transition is its {@code
   * then}.
   */
  public SourceLocation transition(StatePath.TransitionRef transitionRef) {
    String index = String.valueOf(transitionRef.index());
    return transitionRef.from().equals(StatePath.TransitionRef.ANYWHERE)
        ? yamlDocuments.locate(YamlDocuments.CONVERSATION, StatePath.TransitionRef.ANYWHERE, index)
        : yamlDocuments
                    .find(YamlDocuments.CONVERSATION, "states", transitionRef.from(), "then")
                    .orElse(null)
                instanceof YamlNode.Items
            ? yamlDocuments.locate(
                YamlDocuments.CONVERSATION, "states", transitionRef.from(), "then", index)
            : yamlDocuments.locate(
                YamlDocuments.CONVERSATION, "states", transitionRef.from(), "then");
  }

  /** Returns the location of a fact in the list of facts that a state asks. */
  public SourceLocation option(String state, String fact) {
    for (String key : new String[] {"any-of", "one-of"}) {
      if (yamlDocuments.find(YamlDocuments.CONVERSATION, "states", state, key).orElse(null)
          instanceof YamlNode.Items items) {
        return items
            .scalars()
            .filter(item -> item.text().equals(fact))
            .findFirst()
            .map(YamlNode.Scalar::at)
            .orElseGet(items::at);
      }
    }
    return state(state);
  }

  /** Returns the location of a state's label for "none of these", or else of its list of facts. */
  public SourceLocation none(String state) {
    return Stream.of("none", "one-of", "any-of")
        .filter(
            key -> yamlDocuments.find(YamlDocuments.CONVERSATION, "states", state, key).isPresent())
        .findFirst()
        .map(key -> yamlDocuments.locate(YamlDocuments.CONVERSATION, "states", state, key))
        .orElseGet(() -> state(state));
  }

  /** Returns the location of a fact. */
  public SourceLocation fact(String id) {
    return yamlDocuments.locate(YamlDocuments.FACTS, id);
  }

  /** Returns the location of an outcome. */
  public SourceLocation outcome(String id) {
    return yamlDocuments.locate(YamlDocuments.OUTCOMES, id);
  }

  /** Returns the location of a line of an outcome's card; {@code key} is the key in the file. */
  public SourceLocation line(String outcome, String key, int index) {
    return yamlDocuments.find(YamlDocuments.OUTCOMES, outcome, key).orElse(null)
            instanceof YamlNode.Items
        ? yamlDocuments.locate(YamlDocuments.OUTCOMES, outcome, key, String.valueOf(index))
        : yamlDocuments.locate(YamlDocuments.OUTCOMES, outcome, key);
  }

  /** Returns the location of a topic. */
  public SourceLocation topic(String id) {
    return yamlDocuments.locate(YamlDocuments.TOPICS, id);
  }

  /** Returns the location of the conversation as a whole: the start of its main file. */
  public SourceLocation whole() {
    return new SourceLocation(YamlDocuments.CONVERSATION, 1);
  }
}
