package backtalk.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Describes a topic: a question that people ask, and its answer.
 *
 * @param asks the question in full
 * @param button the label of its button
 * @param group id of the group that lists it
 * @param explains the guard for offering it with an outcome; empty: never offered by itself
 * @param content what it contains besides an answer
 * @param also ids of related topics
 * @param pictures what is shown with the card, in order
 */
public record Topic(
    String id,
    String asks,
    String button,
    String group,
    Optional<Guard> explains,
    Content content,
    Card card,
    List<String> also,
    List<Picture> pictures) {

  public Topic {
    also = List.copyOf(also);
    pictures = List.copyOf(pictures);
  }

  /** Lists what a topic contains besides an answer. */
  public enum Content {
    NOTHING_ELSE,
    /** Marks exercises: withheld while a red flag is active, otherwise shown with cautions. */
    MOVEMENTS,
    /** Marks the list of warning signs: shown in place of exercises beside a possible sign. */
    SIGNS
  }

  /** Returns true when it contains exercises. */
  public boolean movements() {
    return content == Content.MOVEMENTS;
  }

  public boolean signs() {
    return content == Content.SIGNS;
  }

  /**
   * Holds the texts of the answer. The answer and {@code brief} are shown at once, the rest when
   * the reader unfolds it.
   *
   * @param answer candidate sentences; the first whose guard holds is used
   * @param brief the few sentences below it
   * @param more details
   * @param differ differences between the sources
   * @param change facts that would change the answer
   */
  public record Card(
      List<SourcedText> answer,
      List<SourcedText> brief,
      List<SourcedText> more,
      List<SourcedText> differ,
      List<SourcedText> change) {
    public Card {
      answer = List.copyOf(answer);
      brief = List.copyOf(brief);
      more = List.copyOf(more);
      differ = List.copyOf(differ);
      change = List.copyOf(change);
    }

    /** Returns true when the reader can unfold more than the sources. */
    public boolean hasFold() {
      return Stream.of(more, differ, change).anyMatch(lines -> !lines.isEmpty());
    }

    /** Returns all lines, whatever their guards. */
    public Stream<SourcedText> lines() {
      return Stream.of(answer, brief, more, differ, change).flatMap(List::stream);
    }
  }
}
