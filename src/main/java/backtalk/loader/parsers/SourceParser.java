package backtalk.loader.parsers;

import backtalk.conversation.Claim;
import backtalk.conversation.Severity;
import backtalk.conversation.Source;
import backtalk.conversation.Sources;
import backtalk.loader.ClosestName;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses sources.yaml: the sources with their sections, and the claims with their texts. */
record SourceParser(SymbolTable symbols, Issues issues) {
  private static final KeySchema FILE = KeySchema.of("the file").needs("sources", "claims");
  private static final KeySchema SOURCE =
      KeySchema.of("a source").needs("title", "short", "sections").may("beyond");
  private static final KeySchema CLAIM =
      KeySchema.of("a claim").needs("section", "says").may("urges", "in-doubt");
  private static final UrgencyParser URGES = new UrgencyParser("urges", "in-doubt");
  private static final Pattern CLAIM_ID = Pattern.compile("([A-Za-z0-9]+)-[0-9]+");

  Sources read(YamlNode root) {
    MappingReader fields = MappingReader.of(root, FILE, issues);
    Map<String, Source> sources = OrderedMaps.mapEntries(fields.group("sources"), this::source);
    return new Sources(
        sources,
        OrderedMaps.mapEntries(fields.group("claims"), (id, entry) -> claim(id, entry, sources)));
  }

  private Source source(String id, Entry entry) {
    MappingReader fields = MappingReader.of(entry, SOURCE, issues);
    return new Source(
        id,
        fields.text("title"),
        fields.text("short"),
        fields.flag("beyond", false),
        fields.texts("sections"));
  }

  private Claim claim(String id, Entry entry, Map<String, Source> sources) {
    MappingReader fields = MappingReader.of(entry, CLAIM, issues);
    Claim claim =
        new Claim(
            id,
            sourceOf(id, entry.at()),
            fields.text("section"),
            fields.text("says"),
            urges(fields));
    Source source = sources.get(claim.source());
    if (source != null && fields.has("section")) {
      checkSection(claim, source, fields.at("section"));
    }
    return claim;
  }

  private Severity urges(MappingReader fields) {
    if (fields.has("in-doubt") && !fields.has("urges")) {
      issues.add(
          fields.at("in-doubt"),
          "The claim urges something in doubt, but nothing when it is so.",
          "Add 'urges:'.");
    }
    return URGES.read(fields, issues);
  }

  private String sourceOf(String id, SourceLocation at) {
    Matcher parts = CLAIM_ID.matcher(id);
    if (!parts.matches()) {
      issues.add(
          at, "'" + id + "' is not the id of a claim.", "Write source, dash and number, like 1-5.");
      return "";
    }
    symbols.check(Kind.SOURCE, new Scalar(at, parts.group(1)));
    return parts.group(1);
  }

  private void checkSection(Claim claim, Source source, SourceLocation at) {
    if (!claim.section().isEmpty() && !source.sections().containsKey(claim.section())) {
      issues.add(
          at,
          "'section: " + claim.section() + "' is not a section of source " + source.id() + ".",
          ClosestName.suggestion(
              source.sections().keySet().stream().sorted().toList(), claim.section()));
    }
  }
}
