package backtalk.loader.checks;

import backtalk.loader.ClosestName;
import backtalk.loader.parsers.PhoneNumbers;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Scalar;
import backtalk.understanding.rules.SmallTalkMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that every engine phrase exists, with exactly the placeholders that it needs, and that no
 * other text holds a placeholder that is never filled in.
 */
record PhraseCheck(Input input) implements ConversationCheck {
  /** Begins the ids of lines in other languages, which a conversation need not have. */
  private static final String OF_LANGUAGE = SmallTalkMatcher.OTHER_LANGUAGE + "-";

  private static final String EMERGENCY_NUMBER = "emergency-number";

  @Override
  public void find() {
    EnginePhrases.ALL.keySet().stream()
        .filter(id -> !conversation().phrases().containsKey(id))
        .forEach(this::reportMissing);
    conversation().phrases().keySet().forEach(this::check);
    files().texts().forEach(text -> checkPlaceholders(text, List.of(), text.at()));
  }

  private void reportMissing(String id) {
    report(
        new SourceLocation(YamlDocuments.PHRASES, 1),
        "Phrase '" + id + "' is missing.",
        "Add '" + id + ":'.");
  }

  private void check(String id) {
    List<String> needed =
        id.startsWith(OF_LANGUAGE) ? List.of(EMERGENCY_NUMBER) : EnginePhrases.ALL.get(id);
    if (needed == null) {
      report(
          at().phrase(id),
          "'" + id + "' is not a phrase of the bot.",
          ClosestName.suggestion(EnginePhrases.ALL.keySet(), id, "Take it out."));
    } else if (files().find(YamlDocuments.PHRASES, id).orElse(null) instanceof Scalar text) {
      checkPlaceholders(text, needed, at().phrase(id));
    }
  }

  private void checkPlaceholders(Scalar text, List<String> needed, SourceLocation at) {
    List<String> present = EnginePhrases.placeholders(text.text());
    List<String> allowed = Stream.concat(needed.stream(), PhoneNumbers.KEYS.stream()).toList();
    needed.stream()
        .filter(name -> !present.contains(name))
        .forEach(name -> report(at, "{" + name + "} is missing.", "Put it into the text."));
    present.stream()
        .filter(name -> !allowed.contains(name))
        .forEach(
            name ->
                report(
                    at,
                    "{" + name + "} is never filled in here.",
                    ClosestName.suggestion(allowed, name)));
  }
}
