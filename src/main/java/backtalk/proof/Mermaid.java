package backtalk.proof;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a picture in the language of Mermaid, which GitHub draws. */
public final class Mermaid {
  private static final Pattern BREAK = Pattern.compile("\\R");

  /** What Mermaid, or the Markdown in its labels, takes for more than a letter. */
  private static final Pattern ODD =
      Pattern.compile(
          "[\"#&<>`*_~\\\\%|\\[\\]{}\\p{Cntrl}]|\\$(?=\\$)|:(?!\\s|$)|^[-+=]|(?<=^\\d{1,9})[.)]");

  /** A space without a width, between two dollars: else a formula begins, escaped or not. */
  private static final String NOTHING = "#8203;";

  private static final String DASHED =
      "stroke:" + Paint.UNTESTED + ",stroke-width:3px,stroke-dasharray:6 4";

  private Mermaid() {}

  /** The picture, line by line. */
  public static String of(Picture picture) {
    return Stream.of(
            Stream.of("flowchart TD"),
            picture.nodes().stream().map(Mermaid::node),
            picture.arrows().stream().map(Mermaid::arrow),
            picture.nodes().stream().map(Paint::of).distinct().sorted().map(Mermaid::paint),
            dashed(picture))
        .flatMap(some -> some)
        .map(line -> line + "\n")
        .collect(Collectors.joining("  "));
  }

  private static String node(Node node) {
    String label = "\"" + label(node.lines()) + "\"";
    String shape =
        switch (node) {
          case Node.Start start -> "((" + label + "))";
          case Node.AtEveryMoment always -> "[/" + label + "/]";
          case Node.Asks asks -> "[" + label + "]";
          case Node.Weighs weighs -> "{{" + label + "}}";
          case Node.Ends ends -> "([" + label + "])";
          case Node.Legend legend -> "[" + label + "]";
        };
    return node.id() + shape + ":::" + Paint.of(node).id();
  }

  private static String arrow(Arrow arrow) {
    String label = arrow.lines().isEmpty() ? " " : "|\"" + label(arrow.lines()) + "\"| ";
    return arrow.from() + (arrow.untested() ? " -.->" : " -->") + label + arrow.to();
  }

  private static String paint(Paint paint) {
    return "classDef %s fill:%s,stroke:%s,color:%s"
        .formatted(paint.id(), paint.ground(), paint.edge(), paint.words());
  }

  private static Stream<String> dashed(Picture picture) {
    Stream<String> nodes = nodes(picture).map(ids -> "class " + ids + " untested");
    Stream<String> arrows = arrows(picture).map(which -> "linkStyle " + which + " " + DASHED);
    List<String> uses = Stream.concat(nodes, arrows).toList();
    return uses.isEmpty()
        ? Stream.of()
        : Stream.concat(Stream.of("classDef untested " + DASHED), uses.stream());
  }

  private static Stream<String> nodes(Picture picture) {
    return listed(picture.nodes().stream().filter(Node::untested).map(Node::id));
  }

  private static Stream<String> arrows(Picture picture) {
    Predicate<Integer> untested = i -> picture.arrows().get(i).untested();
    return listed(
        IntStream.range(0, picture.arrows().size()).boxed().filter(untested).map(String::valueOf));
  }

  /** All of them in one text; none at all where there are none. */
  private static Stream<String> listed(Stream<String> some) {
    return Stream.of(some.collect(Collectors.joining(","))).filter(text -> !text.isEmpty());
  }

  private static String label(List<String> lines) {
    return lines.stream().map(Mermaid::escaped).collect(Collectors.joining("<br/>"));
  }

  /** The text as a label that shows just these letters; its own line breaks stay. */
  static String escaped(String text) {
    return BREAK.splitAsStream(text).map(Mermaid::plain).collect(Collectors.joining("<br/>"));
  }

  private static String plain(String line) {
    return ODD.matcher(line).replaceAll(odd -> entity(odd.group().charAt(0)));
  }

  private static String entity(char letter) {
    String entity = Character.isISOControl(letter) ? " " : "#" + (int) letter + ";";
    return letter == '$' ? entity + NOTHING : entity;
  }
}
