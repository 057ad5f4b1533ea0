package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry.Place;
import backtalk.store.StoreJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes the outbox on behalf of one replica.
 *
 * @param replica the replica that sends the messages added here
 */
record OutboxTable(SqlSession session, String replica) {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxTable.class);

  /** Holds a message as JSON, encoded before a connection is taken for it. */
  record EncodedMessage(OutboxMessage outgoing, String way, String message) {

    static EncodedMessage of(OutboxMessage outgoing) {
      return new EncodedMessage(
          outgoing, StoreJson.write(outgoing.way()), StoreJson.write(outgoing.message()));
    }
  }

  void add(EncodedMessage encoded, Instant at) throws SQLException {
    key("insert-outgoing", encoded.outgoing())
        .bind("way", encoded.way())
        .bind("message", encoded.message())
        .bind("thread", encoded.outgoing().thread())
        .bind("kept_at", at.toEpochMilli())
        .bind("replica", replica)
        .execute();
  }

  /**
   * Returns messages that this replica has to send, in order. A message that this version cannot
   * read stays in the table for one that can.
   */
  List<OutboxMessage> unsent(int most) throws SQLException {
    return session
        .named("find-unsent")
        .bind("replica", replica)
        .bind("most", most)
        .list(OutboxTable::outgoing)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<OutboxMessage> outgoing(ResultSet row) throws SQLException {
    Optional<Message> message = StoreJson.message(row.getString("message"));
    Optional<OutboxMessage.Way> way = StoreJson.way(row.getString("way"));
    if (message.isEmpty() || way.isEmpty()) {
      LOG.warn("this version cannot read a message in the outbox; it stays there");
      return Optional.empty();
    }
    return Optional.of(
        new OutboxMessage(
            new ChatId(row.getLong("chat")),
            row.getLong("revision"),
            row.getInt("seq"),
            message.get(),
            way.get(),
            optional(row, "thread")));
  }

  /** Removes a message; false when it was no longer there. */
  boolean remove(OutboxMessage outgoing) throws SQLException {
    return key("delete-outgoing", outgoing).execute() == 1;
  }

  /** Takes over the messages of replicas that are not alive and returns their number. */
  int adopt() throws SQLException {
    return session.named("adopt-outbox").bind("replica", replica).execute();
  }

  /** Returns the place of a message that this replica is about to send. */
  Place place(OutboxMessage outgoing) throws SQLException {
    return key("find-place", outgoing)
        .bind("replica", replica)
        .first(OutboxTable::place)
        .orElseThrow();
  }

  private static Place place(ResultSet row) throws SQLException {
    if (row.getInt("own") == 0) {
      return Place.GONE;
    } else if (row.getInt("before_elsewhere") > 0) {
      return Place.BEHIND;
    }
    return row.getInt("before_here") > 0 ? Place.OVERTAKEN : Place.NEXT;
  }

  void erase(ChatId chat) throws SQLException {
    session.named("erase-outbox").bind("chat", chat.value()).execute();
  }

  private SqlStatement key(String statement, OutboxMessage outgoing) throws SQLException {
    return session
        .named(statement)
        .bind("chat", outgoing.chat().value())
        .bind("revision", outgoing.revision())
        .bind("seq", outgoing.seq());
  }

  static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
