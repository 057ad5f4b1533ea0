package backtalk.loader.yaml;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.StatePath.TransitionRef;
import java.util.stream.Stream;

/**
 * Finds the source location of each part of a conversation. Keys lead further into a part; where
 * one is absent, the location is that of the closest part around it.
 */
public record SourceMap(YamlDocuments files) {

  public SourceLocation of(ConversationPart part) {
    return switch (part) {
      case ConversationPart.OfFact(String id) -> fact(id);
      case ConversationPart.OfState(String id) -> state(id);
      case ConversationPart.OfTransition(TransitionRef transitionRef) -> transition(transitionRef);
      case ConversationPart.OfOption(String state, String fact) -> option(state, fact);
      case ConversationPart.OfDenial(String state) -> none(state);
      case ConversationPart.OfOutcome(String id) -> outcome(id);
      case ConversationPart.OfLine(String outcome, String key, int index) ->
          outcome(outcome, key, String.valueOf(index));
      case ConversationPart.OfTopic(String id) -> topic(id);
      case ConversationPart.Whole whole -> new SourceLocation(YamlDocuments.CONVERSATION, 1);
    };
  }

  public SourceLocation state(String id, String... keys) {
    return at(YamlDocuments.CONVERSATION, keys, "states", id);
  }

  public SourceLocation fact(String id, String... keys) {
    return at(YamlDocuments.FACTS, keys, id);
  }

  public SourceLocation outcome(String id, String... keys) {
    return at(YamlDocuments.OUTCOMES, keys, id);
  }

  public SourceLocation topic(String id, String... keys) {
    return at(YamlDocuments.TOPICS, keys, id);
  }

  public SourceLocation source(String id, String... keys) {
    return at(YamlDocuments.SOURCES, keys, "sources", id);
  }

  public SourceLocation claim(String id, String... keys) {
    return at(YamlDocuments.SOURCES, keys, "claims", id);
  }

  public SourceLocation phrase(String id) {
    return files.locate(YamlDocuments.PHRASES, id);
  }

  private SourceLocation at(String file, String[] keys, String... part) {
    return files.locate(file, Stream.of(part, keys).flatMap(Stream::of).toArray(String[]::new));
  }

  private SourceLocation transition(TransitionRef transitionRef) {
    String index = String.valueOf(transitionRef.index());
    return transitionRef.from().equals(TransitionRef.ANYWHERE)
        ? files.locate(YamlDocuments.CONVERSATION, TransitionRef.ANYWHERE, index)
        : state(transitionRef.from(), "then", index);
  }

  /** Returns the location of a fact in the list of facts that a state asks. */
  private SourceLocation option(String state, String fact) {
    return Stream.of("any-of", "one-of")
        .flatMap(key -> files.find(YamlDocuments.CONVERSATION, "states", state, key).stream())
        .flatMap(YamlNode::scalars)
        .filter(item -> item.text().equals(fact))
        .map(YamlNode::at)
        .findFirst()
        .orElseGet(() -> state(state));
  }

  /** Returns the location of a state's label for "none of these", or else of its list of facts. */
  private SourceLocation none(String state) {
    return Stream.of("none", "one-of", "any-of")
        .filter(key -> files.find(YamlDocuments.CONVERSATION, "states", state, key).isPresent())
        .findFirst()
        .map(key -> state(state, key))
        .orElseGet(() -> state(state));
  }
}
