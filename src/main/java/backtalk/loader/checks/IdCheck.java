package backtalk.loader.checks;

import backtalk.loader.SymbolTable;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.regex.Pattern;

/** Checks that ids are short lower-case words, which fit into callback data and file names. */
record IdCheck(Input input) implements ConversationCheck {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Limits an id: it must fit, with others, into the 64 bytes of Telegram's callback data. */
  private static final int MAX_LENGTH = 40;

  @Override
  public void find() {
    check(conversation().about().id(), files().locate(YamlDocuments.CONVERSATION, "id"));
    machine().facts().keySet().forEach(id -> check(id, at().fact(id)));
    machine().outcomes().keySet().forEach(id -> check(id, at().outcome(id)));
    machine().states().keySet().forEach(id -> check(id, at().state(id)));
    conversation().topics().keySet().forEach(id -> check(id, at().topic(id)));
    conversation()
        .topicGroups()
        .keySet()
        .forEach(id -> check(id, files().locate(YamlDocuments.CONVERSATION, "topic-groups", id)));
    machine().facts().keySet().stream()
        .filter(SymbolTable.RESERVED::contains)
        .forEach(this::reportReserved);
  }

  private void check(String id, SourceLocation at) {
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      report(
          at,
          "'" + id + "' is not an id.",
          "Write small letters, digits and hyphens, like a-fall.");
    }
    checkLength(id, MAX_LENGTH, "The id", at);
  }

  private void reportReserved(String id) {
    report(
        at().fact(id),
        "'" + id + "' means something else in a condition.",
        "Give the fact another name.");
  }
}
