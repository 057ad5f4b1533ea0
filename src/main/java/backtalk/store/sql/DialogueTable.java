package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.QuestionPosition;
import backtalk.store.StoreJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads and writes the table of dialogues, one row a chat, and the quarantine for bodies that could
 * not be read.
 */
record DialogueTable(SqlSession session) {

  record Row(long revision, String body, QuestionPosition questionPosition, Instant heard) {

    StoredDialogue stored(Dialogue dialogue) {
      return questionPosition.stored(dialogue, revision);
    }
  }

  /** Holds a dialogue and its JSON, encoded before a connection is taken for it. */
  record Body(Dialogue dialogue, String json) {

    static Body of(Dialogue dialogue) {
      return new Body(dialogue, StoreJson.write(dialogue));
    }
  }

  Optional<Row> find(ChatId chat) throws SQLException {
    return on("find-dialogue", chat)
        .first(
            row ->
                new Row(
                    row.getLong("revision"),
                    row.getString("body"),
                    position(row),
                    Instant.ofEpochMilli(row.getLong("heard_at"))));
  }

  private static QuestionPosition position(ResultSet row) throws SQLException {
    return new QuestionPosition(
        OutboxTable.optional(row, "question"), row.getInt("question_newest") == 1);
  }

  /** Passes the body of every dialogue under another conversation to {@code reader}. */
  void bodies(String otherThan, Consumer<String> reader) throws SQLException {
    session
        .named("find-bodies")
        .bind("same", otherThan)
        .bind("same_in_body", "%\"conversation\":\"" + otherThan + "\"%")
        .each(row -> row.getString("body"), reader);
  }

  /** Saves a dialogue as the next revision; false when the turn started from another revision. */
  boolean save(Commit commit, Body body) throws SQLException {
    return on(commit.revision() == 0 ? "insert-dialogue" : "update-dialogue", commit.chat())
            .bind("revision", commit.revision())
            .bind("next", commit.next())
            .bind("body", body.json())
            .bind("conversation", body.dialogue().conversation())
            .bind("heard_at", body.dialogue().heard().toEpochMilli())
            .bind(
                "follow_up_at", body.dialogue().followUp().map(Instant::toEpochMilli).orElse(null))
            .execute()
        == 1;
  }

  /** Erases all dialogue data of a chat; false when {@code revision} is not the stored one. */
  boolean erase(ChatId chat, long revision) throws SQLException {
    on("erase-unreadable", chat).execute();
    on("erase-dialogue", chat).bind("revision", revision).execute();
    return find(chat).isEmpty();
  }

  /**
   * Copies a body that could not be read to the quarantine; false when the revision has changed.
   */
  boolean quarantine(ChatId chat, long revision) throws SQLException {
    return on("keep-unreadable", chat).bind("revision", revision).execute() == 1;
  }

  /**
   * Updates the position of the open question after a message was sent.
   *
   * @param message as in {@link QuestionPosition#after}
   */
  void updatePosition(OutboxMessage outgoing, OptionalLong message) throws SQLException {
    Optional<QuestionPosition> old =
        on("find-question", outgoing.chat()).first(DialogueTable::position);
    Optional<QuestionPosition> next = old.map(position -> position.after(outgoing, message));
    if (next.isPresent() && !next.equals(old)) {
      on("update-question", outgoing.chat())
          .bind("question", next.get().question())
          .bind("newest", next.get().newest() ? 1 : 0)
          .execute();
    }
  }

  int reachable(ChatId chat, boolean reachable) throws SQLException {
    return on("update-reachable", chat).bind("reachable", reachable ? 1 : 0).execute();
  }

  List<ChatId> followUpsDue(Instant now, int most) throws SQLException {
    return session
        .named("find-follow-ups")
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .list(row -> new ChatId(row.getLong("chat")));
  }

  private SqlStatement on(String statement, ChatId chat) throws SQLException {
    return session.named(statement).bind("chat", chat.value());
  }
}
