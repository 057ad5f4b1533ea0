package backtalk.loader.yaml;

import backtalk.conversation.StatePath;
import java.util.stream.Stream;

/** Where in its files each part of a conversation stands. */
public final class SourceMap {
  private final YamlDocuments yamlDocuments;

  public SourceMap(YamlDocuments yamlDocuments) {
    this.yamlDocuments = yamlDocuments;
  }

  /** Where a state stands. */
  public SourceLocation state(String id) {
    return yamlDocuments.spot(YamlDocuments.CONVERSATION, "states", id);
  }

  /** Where a transition stands; of a state that names one place only, its {@code then}. */
  public SourceLocation way(StatePath.TransitionRef transitionRef) {
    String index = String.valueOf(transitionRef.index());
    return transitionRef.from().equals(StatePath.TransitionRef.ANYWHERE)
        ? yamlDocuments.spot(YamlDocuments.CONVERSATION, StatePath.TransitionRef.ANYWHERE, index)
        : yamlDocuments
                    .find(YamlDocuments.CONVERSATION, "states", transitionRef.from(), "then")
                    .orElse(null)
                instanceof YamlNode.Items
            ? yamlDocuments.spot(
                YamlDocuments.CONVERSATION, "states", transitionRef.from(), "then", index)
            : yamlDocuments.spot(
                YamlDocuments.CONVERSATION, "states", transitionRef.from(), "then");
  }

  /** Where a state lists a fact that it asks. */
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

  /** Where a state words the answer that none of its facts is so; else where it lists them. */
  public SourceLocation none(String state) {
    return Stream.of("none", "one-of", "any-of")
        .filter(
            key -> yamlDocuments.find(YamlDocuments.CONVERSATION, "states", state, key).isPresent())
        .findFirst()
        .map(key -> yamlDocuments.spot(YamlDocuments.CONVERSATION, "states", state, key))
        .orElseGet(() -> state(state));
  }

  /** Where a fact stands. */
  public SourceLocation fact(String id) {
    return yamlDocuments.spot(YamlDocuments.FACTS, id);
  }

  /** Where an outcome stands. */
  public SourceLocation outcome(String id) {
    return yamlDocuments.spot(YamlDocuments.OUTCOMES, id);
  }

  /** Where a line of an outcome's card stands; {@code key} as in the file. */
  public SourceLocation line(String outcome, String key, int index) {
    return yamlDocuments.find(YamlDocuments.OUTCOMES, outcome, key).orElse(null)
            instanceof YamlNode.Items
        ? yamlDocuments.spot(YamlDocuments.OUTCOMES, outcome, key, String.valueOf(index))
        : yamlDocuments.spot(YamlDocuments.OUTCOMES, outcome, key);
  }

  /** Where a topic stands. */
  public SourceLocation topic(String id) {
    return yamlDocuments.spot(YamlDocuments.TOPICS, id);
  }

  /** The file that says what is asked in which order. */
  public SourceLocation whole() {
    return new SourceLocation(YamlDocuments.CONVERSATION, 1);
  }
}
