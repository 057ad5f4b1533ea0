package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The dialogues, one a chat, and those that could not be read and were put by. */
record DialogueTable(Handle handle) {

  /** A dialogue as it lies in the table. */
  record Row(long revision, String body, View view, Instant heard) {

    Stored stored(Dialogue dialogue) {
      return view.stored(dialogue, revision);
    }
  }

  Optional<Row> find(ChatId chat) {
    return handle
        .createQuery(Statements.named("find-dialogue"))
        .bind("chat", chat.value())
        .map((row, context) -> row(row))
        .findOne();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("revision"),
        row.getString("body"),
        view(row),
        Instant.ofEpochMilli(row.getLong("heard_at")));
  }

  private static View view(ResultSet row) throws SQLException {
    return new View(OutboxTable.optional(row, "question"), row.getInt("question_newest") == 1);
  }

  /** Shows the body of every dialogue under another conversation, one at a time. */
  void bodies(String otherThan, Consumer<String> reader) {
    handle
        .createQuery(Statements.named("find-bodies"))
        .setFetchSize(500)
        .bind("same", "%\"conversation\":\"" + otherThan + "\"%")
        .mapTo(String.class)
        .useStream(bodies -> bodies.forEach(reader));
  }

  /** Keeps a dialogue as the next revision; false where {@code revision} is not the kept one. */
  boolean keep(ChatId chat, long revision, Dialogue dialogue) {
    return update(revision == 0 ? "insert-dialogue" : "update-dialogue", chat)
            .bind("revision", revision)
            .bind("body", DialogueCodec.write(dialogue))
            .bind("heard_at", dialogue.heard().toEpochMilli())
            .execute()
        == 1;
  }

  /** Erases all there is of a chat; false where {@code revision} is not the kept one. */
  boolean erase(ChatId chat, long revision) {
    update("erase-unreadable", chat).execute();
    update("erase-dialogue", chat).bind("revision", revision).execute();
    return find(chat).isEmpty();
  }

  boolean putBy(ChatId chat, long revision) {
    return update("keep-unreadable", chat).bind("revision", revision).execute() == 1;
  }

  void view(ChatId chat, UnaryOperator<View> change) {
    handle
        .createQuery(Statements.named("find-question"))
        .bind("chat", chat.value())
        .map((row, context) -> view(row))
        .findOne()
        .ifPresent(
            old -> {
              View view = change.apply(old);
              if (!view.equals(old)) {
                update("update-question", chat)
                    .bind("question", view.question())
                    .bind("newest", view.newest() ? 1 : 0)
                    .execute();
              }
            });
  }

  int reachable(ChatId chat, boolean reachable) {
    return update("update-reachable", chat).bind("reachable", reachable ? 1 : 0).execute();
  }

  int expire(Instant before) {
    return expire("expire-dialogues", before);
  }

  int expireUnreadable(Instant before) {
    return expire("expire-unreadable", before);
  }

  private int expire(String statement, Instant before) {
    return handle
        .createUpdate(Statements.named(statement))
        .bind("before", before.toEpochMilli())
        .execute();
  }

  private Update update(String statement, ChatId chat) {
    return handle.createUpdate(Statements.named(statement)).bind("chat", chat.value());
  }
}
