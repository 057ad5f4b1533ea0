package backtalk.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a message as the bot committed it.
 *
 * @param methods the kinds of call that may carry it: {@code send}, {@code edit}, {@code bare} or
 *     {@code photo}
 * @param hash the hash of text and buttons, 0 where the call only removes buttons
 * @param required true where the message must reach the person; a removal of buttons is tried once
 * @param sentAt when the store recorded the message as sent, in milliseconds of the epoch
 */
record CommittedMessage(long chat, Set<String> methods, int hash, boolean required, long sentAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Selects all messages, those of a chat in the order of its turns. */
  static final String QUERY =
      """
      select said.chat, way, message, coalesce(at, 9000000000000000) as sent_at
      from ledger_message said left join ledger_sent sent
        on sent.chat = said.chat and sent.revision = said.revision and sent.seq = said.seq
      order by said.chat, said.revision, said.seq
      """;

  static CommittedMessage of(ResultSet row) throws SQLException {
    String kind = json(row.getString("way")).path("kind").asText();
    JsonNode message = json(row.getString("message"));
    String plain = message.path("plain").asText();
    List<String> buttons = new ArrayList<>();
    message.path("rows").forEach(line -> line.forEach(it -> data(it).ifPresent(buttons::add)));
    return new CommittedMessage(
        row.getLong("chat"),
        message.has("picture") ? Set.of("send", "photo") : methods(kind, plain),
        kind.equals("close") && plain.isEmpty() ? 0 : Journal.hash(plain, buttons),
        kind.equals("send") || kind.equals("replace"),
        row.getLong("sent_at"));
  }

  /** Returns what a button sends back; empty for one that copies. */
  private static Optional<String> data(JsonNode button) {
    return Optional.of(button.path("data").asText())
        .filter(data -> !button.path("kind").asText().equals("copy"));
  }

  /** The bot decides between an edit and a new message when it sends. */
  private static Set<String> methods(String kind, String plain) {
    return switch (kind) {
      case "send" -> Set.of("send");
      case "replace" -> Set.of("send", "edit");
      case "close" -> Set.of(plain.isEmpty() ? "bare" : "edit");
      default -> throw new IllegalStateException("an unknown way: " + kind);
    };
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /**
   * Returns true where the call carries this message. An edit that changes nothing also counts as
   * shown.
   */
  boolean matches(Journal.SentCall call) {
    boolean unchanged = call.changedNothing() && methods.contains("edit");
    return (unchanged || methods.contains(call.method())) && hash == call.hash();
  }
}
