package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Replicas.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages that are not sent yet, as one replica sees them.
 *
 * @param replica who is to send what is added here
 */
record OutboxTable(Handle handle, String replica) {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxTable.class);

  void add(List<Outgoing> messages, Instant at) {
    messages.forEach(outgoing -> add(outgoing, at));
  }

  private void add(Outgoing outgoing, Instant at) {
    key(handle.createUpdate(Statements.named("insert-outgoing")), outgoing)
        .bind("way", MessageCodec.write(outgoing.way()))
        .bind("message", MessageCodec.write(outgoing.message()))
        .bind("thread", outgoing.thread())
        .bind("kept_at", at.toEpochMilli())
        .bind("replica", replica)
        .execute();
  }

  /**
   * Messages that this replica is to send, in order; one that this version cannot read is left for
   * one that can.
   */
  List<Outgoing> unsent(int most) {
    return handle
        .createQuery(Statements.named("find-unsent"))
        .bind("replica", replica)
        .bind("most", most)
        .map((row, context) -> outgoing(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Outgoing> outgoing(ResultSet row) throws SQLException {
    Optional<Message> message = MessageCodec.message(row.getString("message"));
    Optional<Outgoing.Way> way = MessageCodec.way(row.getString("way"));
    if (message.isEmpty() || way.isEmpty()) {
      LOG.warn("a message in the outbox cannot be read by this version; it is left there");
      return Optional.empty();
    }
    return Optional.of(
        new Outgoing(
            new ChatId(row.getLong("chat")),
            row.getLong("revision"),
            row.getInt("seq"),
            message.get(),
            way.get(),
            optional(row, "thread")));
  }

  /** False where it was not there any more. */
  boolean remove(Outgoing outgoing) {
    return key(handle.createUpdate(Statements.named("delete-outgoing")), outgoing).execute() == 1;
  }

  /** Takes over what replicas left that are not alive. */
  int adopt() {
    return handle.createUpdate(Statements.named("adopt-outbox")).bind("replica", replica).execute();
  }

  /** Where a message stands that this replica is about to send. */
  Place place(Outgoing outgoing) {
    return key(handle.createQuery(Statements.named("find-place")), outgoing)
        .bind("replica", replica)
        .map((row, context) -> place(row))
        .one();
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
  boolean isUntold(ChatId chat) {
    return handle
            .createQuery(Statements.named("count-untold"))
            .bind("chat", chat.value())
            .bind("replica", replica)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  void erase(ChatId chat) {
    handle.createUpdate(Statements.named("erase-outbox")).bind("chat", chat.value()).execute();
  }

  int expire(Instant before) {
    return handle
        .createUpdate(Statements.named("expire-outbox"))
        .bind("before", before.toEpochMilli())
        .execute();
  }

  private static <S extends SqlStatement<S>> S key(S statement, Outgoing outgoing) {
    return statement
        .bind("chat", outgoing.chat().value())
        .bind("revision", outgoing.revision())
        .bind("seq", outgoing.seq());
  }

  static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
