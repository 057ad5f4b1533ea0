package backtalk.library;

import backtalk.conversation.Topic;
import backtalk.library.Names.Kind;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Scalar;
import java.util.List;
import java.util.Map;

/** Reads topics.yaml. */
final class TopicFile {
  private static final Shape TOPIC =
      Shape.of("a topic").needs("asks", "button", "says", "also").may("explains", "movements");

  private final Lines lines;
  private final Guards guards;
  private final Names names;
  private final Issues issues;

  TopicFile(Lines lines, Guards guards, Names names, Issues issues) {
    this.lines = lines;
    this.guards = guards;
    this.names = names;
    this.issues = issues;
  }

  Map<String, Topic> read(Node root) {
    return Ordered.keyed(Fields.group("The file", root, issues), this::topic);
  }

  private Topic topic(String id, Entry entry) {
    Fields fields = Fields.of(entry, TOPIC, issues);
    return new Topic(
        id,
        fields.text("asks"),
        fields.text("button"),
        fields.node("explains").map(guards::read),
        fields.flag("movements", false),
        lines.read(fields, "says"),
        also(id, fields));
  }

  private List<String> also(String id, Fields fields) {
    List<Scalar> also = fields.list("also");
    if (fields.has("also") && (also.size() < 2 || also.size() > 3)) {
      issues.add(
          fields.at("also"),
          "'also' names " + also.size() + " topics.",
          "Name two or three that people also ask.");
    }
    also.stream().filter(topic -> topic.text().equals(id)).forEach(this::reportItself);
    return also.stream().filter(topic -> names.check(Kind.TOPIC, topic)).map(Scalar::text).toList();
  }

  private void reportItself(Scalar topic) {
    issues.add(
        topic.at(), "The topic offers itself under 'also'.", "Name another topic, or take it out.");
  }
}
