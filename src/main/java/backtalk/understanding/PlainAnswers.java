package backtalk.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hears an answer when the whole message is one of the phrases that the wording lists. */
public final class PlainAnswers implements AnswerParser {

  private final Map<String, Reply> replies;

  /** An answer parser over {@code yes, no, unsure, none, skip} and their phrases. */
  public PlainAnswers(Map<String, List<String>> phrases) {
    replies =
        Arrays.stream(Reply.values())
            .flatMap(
                reply ->
                    phrases.getOrDefault(reply.name().toLowerCase(Locale.ROOT), List.of()).stream()
                        .map(phrase -> Map.entry(Normaliser.plain(phrase), reply)))
            .filter(entry -> !entry.getKey().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  @Override
  public Optional<Reply> parse(String text) {
    return Optional.ofNullable(replies.get(Normaliser.plain(text)));
  }
}
