package backtalk.loader.yaml;

import java.io.StringWriter;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** How one text is written in YAML, on one line, so that it is read back as it was. */
public final class YamlQuoting {
  /** Needs no quotes anywhere, inside brackets and braces neither. */
  private static final Pattern PLAIN =
      Pattern.compile("/?[A-Za-z](?:[A-Za-z0-9 .!'-]*[A-Za-z0-9.!'])?");

  /** Words that other readers of YAML take for something else than words. */
  private static final Pattern TAKEN = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private YamlQuoting() {}

  /** The text as a value: without quotes where it needs none, else in double quotes. */
  public static String written(String text) {
    return isPlain(text) ? text : quoted(text, ScalarStyle.DOUBLE_QUOTED);
  }

  /** The text as a value in the place of one that was written in this style. */
  public static String written(String text, ScalarStyle style) {
    return switch (style) {
      case PLAIN -> written(text);
      case SINGLE_QUOTED -> quoted(text, style);
      default -> quoted(text, ScalarStyle.DOUBLE_QUOTED);
    };
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches() && !TAKEN.matcher(text).matches();
  }

  /** A text that holds what single quotes cannot is put in double ones. */
  private static String quoted(String text, ScalarStyle style) {
    boolean odd = text.codePoints().anyMatch(Character::isISOControl);
    ScalarStyle fit = odd ? ScalarStyle.DOUBLE_QUOTED : style;
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    // As a node, because a mere text with odd characters would be written as binary.
    StringWriter out = new StringWriter();
    new Yaml(options).serialize(new ScalarNode(Tag.STR, text, null, null, fit), out);
    return out.toString().stripTrailing();
  }
}
