package backtalk.loader.yaml;

import java.io.StringWriter;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes a text as a YAML scalar on one line, so that it is parsed to the same text. */
public final class YamlQuoting {
  /** Matches texts that need no quotes anywhere, not even inside brackets and braces. */
  private static final Pattern PLAIN =
      Pattern.compile("/?[A-Za-z](?:[A-Za-z0-9 .!'-]*[A-Za-z0-9.!'])?");

  /** Matches words that other YAML parsers read as booleans or null. */
  private static final Pattern AMBIGUOUS = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private YamlQuoting() {}

  /** Writes a value without quotes when it needs none, and in double quotes otherwise. */
  public static String written(String text) {
    return isPlain(text) ? text : quoted(text, ScalarStyle.DOUBLE_QUOTED);
  }

  /** Writes a value that replaces a value of this style. */
  public static String written(String text, ScalarStyle style) {
    return switch (style) {
      case PLAIN -> written(text);
      case SINGLE_QUOTED -> quoted(text, style);
      default -> quoted(text, ScalarStyle.DOUBLE_QUOTED);
    };
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches() && !AMBIGUOUS.matcher(text).matches();
  }

  /** Quotes a text; control characters, which single quotes cannot hold, force double quotes. */
  private static String quoted(String text, ScalarStyle style) {
    boolean hasControlCharacter = text.codePoints().anyMatch(Character::isISOControl);
    ScalarStyle quotes = hasControlCharacter ? ScalarStyle.DOUBLE_QUOTED : style;
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    // Serialized as a node: a plain string with control characters would become a binary tag.
    StringWriter out = new StringWriter();
    new Yaml(options).serialize(new ScalarNode(Tag.STR, text, null, null, quotes), out);
    return out.toString().stripTrailing();
  }
}
