package backtalk.understanding;

import backtalk.conversation.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything there is to learn from, in the order of the files. */
public record Lessons(List<Lesson> all) {

  private static final int HASH_LETTERS = 16;

  public Lessons {
    all = List.copyOf(all);
  }

  /** The examples of a wording, each brought to plain form. */
  static Lessons of(Wording wording, Set<String> redFlags, UnaryOperator<String> plain) {
    List<Lesson> all = new ArrayList<>();
    wording
        .flags()
        .now()
        .forEach(
            (fact, lines) ->
                add(
                    all,
                    redFlags.contains(fact) ? Lesson.Kind.NOW : Lesson.Kind.TELLING,
                    Map.of(fact, lines),
                    plain));
    add(all, Lesson.Kind.SOMEONE, wording.flags().someoneElse(), plain);
    add(all, Lesson.Kind.NEGATIVE, wording.flags().negatives(), plain);
    wording
        .topics()
        .forEach(
            (topic, lines) ->
                add(
                    all,
                    topic.equals(Wording.OUT_OF_SCOPE) ? Lesson.Kind.FOREIGN : Lesson.Kind.TOPIC,
                    Map.of(topic, lines),
                    plain));
    add(all, Lesson.Kind.TALK, wording.verbs(), plain);
    return new Lessons(all.stream().filter(lesson -> !lesson.text().isBlank()).toList());
  }

  private static void add(
      List<Lesson> all,
      Lesson.Kind kind,
      Map<String, List<String>> lines,
      UnaryOperator<String> plain) {
    lines.forEach(
        (label, texts) ->
            texts.forEach(text -> all.add(new Lesson(kind, label, plain.apply(text)))));
  }

  /** Those of one kind. */
  List<Lesson> of(Lesson.Kind kind) {
    return all.stream().filter(lesson -> lesson.kind() == kind).toList();
  }

  /** SHA-256 over all examples and {@code model}, its first digits: it names what is learned. */
  public String hash(String model) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((model + '\0' + Learning.RECIPE + '\0').getBytes(StandardCharsets.UTF_8));
      for (Lesson lesson : all) {
        String line = lesson.kind() + "\0" + lesson.label() + '\0' + lesson.text() + '\0';
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
