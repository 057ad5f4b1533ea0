package backtalk.loader.parsers;

import backtalk.conversation.Picture;
import backtalk.conversation.Topic;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;

/** Parses topics.yaml. */
record TopicParser(LineParser lineParser, Issues issues) {
  private static final KeySchema TOPIC =
      KeySchema.of("a topic")
          .needs("asks", "button", "group", "answer", "also")
          .may("explains", "movements", "signs", "brief", "more", "differ", "change", "pictures");
  private static final KeySchema PICTURE = KeySchema.of("a picture").needs("file", "alt");

  Map<String, Topic> read(YamlNode root) {
    return OrderedMaps.mapEntries(MappingReader.group("The file", root, issues), this::topic);
  }

  private Topic topic(String id, Entry entry) {
    MappingReader fields = MappingReader.of(entry, TOPIC, issues);
    fields.scalar("group").ifPresent(group -> lineParser.symbols().check(Kind.TOPIC_GROUP, group));
    return new Topic(
        id,
        fields.text("asks"),
        fields.text("button"),
        fields.text("group"),
        fields.node("explains").map(lineParser.guardParser()::read),
        content(fields),
        card(fields),
        also(id, fields),
        fields.nodes("pictures").stream().map(this::picture).toList());
  }

  private Picture picture(YamlNode node) {
    MappingReader fields = MappingReader.of(node, PICTURE, issues);
    return new Picture(fields.text("file"), fields.text("alt"));
  }

  private static Topic.Content content(MappingReader fields) {
    if (fields.flag("movements", false)) {
      return Topic.Content.MOVEMENTS;
    }
    return fields.flag("signs", false) ? Topic.Content.SIGNS : Topic.Content.NOTHING_ELSE;
  }

  private Topic.Card card(MappingReader fields) {
    return new Topic.Card(
        lineParser.alternatives(fields, "answer"),
        lineParser.read(fields, "brief"),
        lineParser.read(fields, "more"),
        lineParser.read(fields, "differ"),
        lineParser.read(fields, "change"));
  }

  private List<String> also(String id, MappingReader fields) {
    List<Scalar> also = fields.list("also");
    if (fields.has("also") && (also.size() < 2 || also.size() > 3)) {
      issues.add(
          fields.at("also"),
          "'also' names " + also.size() + " topics.",
          "Name two or three that people also ask.");
    }
    also.stream().filter(topic -> topic.text().equals(id)).forEach(this::reportItself);
    return lineParser.symbols().known(Kind.TOPIC, also);
  }

  private void reportItself(Scalar topic) {
    issues.add(
        topic.at(), "The topic offers itself under 'also'.", "Name another topic, or take it out.");
  }
}
