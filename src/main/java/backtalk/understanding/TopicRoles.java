package backtalk.understanding;

import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds which topics must not be shown beside a sign, and which one is shown in their place.
 *
 * @param movements the topics that contain exercises
 * @param signs the topic that lists the warning signs
 * @param otherwise the least urgency from which a topic's card begins with another answer; without
 *     the topics that are answered alike at every urgency
 */
public record TopicRoles(
    Set<String> movements, Optional<String> signs, Map<String, Urgency> otherwise) {

  static TopicRoles of(Collection<Topic> topics) {
    return new TopicRoles(
        topics.stream().filter(Topic::movements).map(Topic::id).collect(Collectors.toSet()),
        topics.stream().filter(Topic::signs).map(Topic::id).findFirst(),
        topics.stream()
            .flatMap(topic -> otherwise(topic).map(least -> Map.entry(topic.id(), least)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Optional<Urgency> otherwise(Topic topic) {
    return topic.card().answer().stream()
        .flatMap(answer -> answer.atLeast().stream())
        .min(Comparator.naturalOrder());
  }

  /** Returns true when the answer to a topic would be another one if a sign were true. */
  boolean differsFrom(String topic, Urgency sign) {
    return otherwise.containsKey(topic) && sign.atLeast(otherwise.get(topic));
  }
}
