package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry.Place;
import backtalk.store.MessageCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages that are not sent yet, as one replica sees them.
 *
 * @param replica who is to send what is added here
 */
record OutboxTable(SqlSession session, String replica) {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxTable.class);

  /** A message as it is to be kept: written out before a connection is taken for it. */
  record Parcel(OutboxMessage outgoing, String way, String message) {

    static Parcel of(OutboxMessage outgoing) {
      return new Parcel(
          outgoing, MessageCodec.write(outgoing.way()), MessageCodec.write(outgoing.message()));
    }
  }

  void add(Parcel parcel, Instant at) {
    key("insert-outgoing", parcel.outgoing())
        .bind("way", parcel.way())
        .bind("message", parcel.message())
        .bind("thread", parcel.outgoing().thread())
        .bind("kept_at", at.toEpochMilli())
        .bind("replica", replica)
        .execute();
  }

  /**
   * Messages that this replica is to send, in order; one that this version cannot read is left for
   * one that can.
   */
  List<OutboxMessage> unsent(int most) {
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
    Optional<Message> message = MessageCodec.message(row.getString("message"));
    Optional<OutboxMessage.Way> way = MessageCodec.way(row.getString("way"));
    if (message.isEmpty() || way.isEmpty()) {
      LOG.warn("a message in the outbox cannot be read by this version; it is left there");
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

  /** False where it was not there any more. */
  boolean remove(OutboxMessage outgoing) {
    return key("delete-outgoing", outgoing).execute() == 1;
  }

  /** Takes over what replicas left that are not alive. */
  int adopt() {
    return session.named("adopt-outbox").bind("replica", replica).execute();
  }

  /** Where a message stands that this replica is about to send. */
  Place place(OutboxMessage outgoing) {
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

  /** Whether another replica has yet to send something to the chat. */
  boolean hasPendingFromOthers(ChatId chat) {
    return session
        .named("count-untold")
        .bind("chat", chat.value())
        .bind("replica", replica)
        .first(row -> row.getLong("untold") > 0)
        .orElseThrow();
  }

  void erase(ChatId chat) {
    session.named("erase-outbox").bind("chat", chat.value()).execute();
  }

  int expire(Instant before) {
    return session.named("expire-outbox").bind("before", before.toEpochMilli()).execute();
  }

  private BoundStatement key(String statement, OutboxMessage outgoing) {
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
