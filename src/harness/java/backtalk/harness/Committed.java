package backtalk.harness;

import backtalk.harness.world.Look;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as it was committed.
 *
 * @param method what Telegram is to be asked: {@code send}, {@code edit} or {@code bare}
 * @param must whether it has to reach the person; tidying up is tried once
 * @param sentAt when the store came to know that it was sent, in milliseconds of the epoch
 */
record Committed(long chat, String method, int look, boolean must, long sentAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of them, each chat's in the order of its turns. */
  static final String QUERY =
      """
      select said.chat, way, message, coalesce(at, 9000000000000000) as sent_at
      from ledger_message said left join ledger_sent sent
        on sent.chat = said.chat and sent.revision = said.revision and sent.seq = said.seq
      order by said.chat, said.revision, said.seq
      """;

  static Committed of(ResultSet row) throws SQLException {
    String kind = json(row.getString("way")).path("kind").asText();
    JsonNode message = json(row.getString("message"));
    List<String> buttons = new ArrayList<>();
    message.path("rows").forEach(line -> line.forEach(it -> buttons.add(it.path("data").asText())));
    return new Committed(
        row.getLong("chat"),
        method(kind),
        kind.equals("take-buttons") ? 0 : Look.of(message.path("plain").asText(), buttons),
        kind.equals("send") || kind.equals("replace"),
        row.getLong("sent_at"));
  }

  private static String method(String kind) {
    return switch (kind) {
      case "send" -> "send";
      case "replace", "close" -> "edit";
      case "take-buttons" -> "bare";
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

  /** Whether this is what the call shows; what stood there already need not be shown again. */
  boolean is(WorldLog.Call call) {
    boolean stands = call.isNothingNew() && method.equals("edit");
    return (stands || method.equals(call.method())) && look == call.look();
  }
}
