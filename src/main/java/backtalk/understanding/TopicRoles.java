package backtalk.understanding;

import backtalk.conversation.Topic;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds which topics must not be shown beside a sign, and which one is shown in their place.
 *
 * @param movements the topics that contain exercises
 * @param signs the topic that lists the warning signs
 */
public record TopicRoles(Set<String> movements, Optional<String> signs) {

  static TopicRoles of(Collection<Topic> topics) {
    return new TopicRoles(
        topics.stream().filter(Topic::movements).map(Topic::id).collect(Collectors.toSet()),
        topics.stream().filter(Topic::signs).map(Topic::id).findFirst());
  }
}
