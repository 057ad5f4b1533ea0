package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.DialogueCodec;
import backtalk.store.QuestionPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Reads and writes the table of dialogues, one row a chat, and the quarantine for bodies that could
 * not be read.
 */
record DialogueTable(SqlSession session) {

  /** Holds a row of the table. */
  record Row(long revision, String body, QuestionPosition questionPosition, Instant heard) {

    StoredDialogue stored(Dialogue dialogue) {
      return questionPosition.stored(dialogue, revision);
    }
  }

  /**
   * Holds a dialogue as JSON, encoded before a connection is taken for it.
   *
   * @param heard the time of the person's last message
   */
  record Body(String json, Instant heard) {

    static Body of(Dialogue dialogue) {
      return new Body(DialogueCodec.write(dialogue), dialogue.heard());
    }
  }

  Optional<Row> find(ChatId chat) {
    return on("find-dialogue", chat).first(DialogueTable::row);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("revision"),
        row.getString("body"),
        position(row),
        Instant.ofEpochMilli(row.getLong("heard_at")));
  }

  private static QuestionPosition position(ResultSet row) throws SQLException {
    return new QuestionPosition(
        OutboxTable.optional(row, "question"), row.getInt("question_newest") == 1);
  }

  /** Passes the body of every dialogue under another conversation to {@code reader}. */
  void bodies(String otherThan, Consumer<String> reader) {
    session
        .named("find-bodies")
        .bind("same", "%\"conversation\":\"" + otherThan + "\"%")
        .each(row -> row.getString("body"), reader);
  }

  /** Saves a dialogue as the next revision; false when the turn started from another revision. */
  boolean save(Commit commit, Body body) {
    long revision = commit.revision();
    return on(revision == 0 ? "insert-dialogue" : "update-dialogue", commit.chat())
            .bind("revision", revision)
            .bind("next", commit.next())
            .bind("body", body.json())
            .bind("heard_at", body.heard().toEpochMilli())
            .execute()
        == 1;
  }

  /** Erases all dialogue data of a chat; false when {@code revision} is not the stored one. */
  boolean erase(ChatId chat, long revision) {
    on("erase-unreadable", chat).execute();
    on("erase-dialogue", chat).bind("revision", revision).execute();
    return find(chat).isEmpty();
  }

  /**
   * Copies a body that could not be read to the quarantine; false when the revision has changed.
   */
  boolean quarantine(ChatId chat, long revision) {
    return on("keep-unreadable", chat).bind("revision", revision).execute() == 1;
  }

  void updatePosition(ChatId chat, UnaryOperator<QuestionPosition> change) {
    on("find-question", chat)
        .first(DialogueTable::position)
        .ifPresent(
            old -> {
              QuestionPosition questionPosition = change.apply(old);
              if (!questionPosition.equals(old)) {
                on("update-question", chat)
                    .bind("question", questionPosition.question())
                    .bind("newest", questionPosition.newest() ? 1 : 0)
                    .execute();
              }
            });
  }

  int reachable(ChatId chat, boolean reachable) {
    return on("update-reachable", chat).bind("reachable", reachable ? 1 : 0).execute();
  }

  /** Returns chats silent since a time, ordered, with ids above {@code after}. */
  List<Long> silent(Instant since, long after, int most) {
    return session
        .named("find-silent")
        .bind("since", since.toEpochMilli())
        .bind("after", after)
        .bind("most", most)
        .list(row -> row.getLong("chat"));
  }

  /**
   * Erases a dialogue that is silent since {@code before}; false when it is not or does not exist.
   */
  boolean expire(ChatId chat, Instant before) {
    return on("expire-dialogue", chat).bind("before", before.toEpochMilli()).execute() == 1;
  }

  int expireUnreadable(Instant before) {
    return session.named("expire-unreadable").bind("before", before.toEpochMilli()).execute();
  }

  private BoundStatement on(String statement, ChatId chat) {
    return session.named(statement).bind("chat", chat.value());
  }
}
