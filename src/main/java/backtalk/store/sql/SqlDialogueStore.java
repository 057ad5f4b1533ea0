package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.StoreJson;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores dialogues in an SQL database.
 *
 * @param replica the replica that sends the messages saved here
 */
public record SqlDialogueStore(Database database, String replica) implements DialogueStore {

  private static final Logger LOG = LoggerFactory.getLogger(SqlDialogueStore.class);

  /** Matches no conversation, so that the dialogue continues as after a change of conversation. */
  private static final String UNKNOWN_CONVERSATION = "";

  @Override
  public Optional<StoredDialogue> find(ChatId chat) {
    return database
        .read(session -> new DialogueTable(session).find(chat))
        .map(
            row ->
                row.stored(StoreJson.dialogue(row.body()).orElseGet(() -> restarted(chat, row))));
  }

  /** Quarantines a dialogue that cannot be read and returns a new one. */
  private Dialogue restarted(ChatId chat, DialogueTable.Row row) {
    LOG.warn("this version cannot read a stored dialogue; it is quarantined and begun anew");
    database.write(session -> new DialogueTable(session).quarantine(chat, row.revision()));
    return Dialogue.begin(UNKNOWN_CONVERSATION, row.heard());
  }

  @Override
  public Saved save(Commit commit) {
    // Encoded here, so that SQLite's single writer thread does not have to.
    Optional<DialogueTable.Body> body = commit.dialogue().map(DialogueTable.Body::of);
    List<OutboxTable.EncodedMessage> messages =
        commit.outgoing().stream().map(OutboxTable.EncodedMessage::of).toList();
    Saved saved =
        database.write(
            session -> saveAll(session, commit, body, messages), result -> result == Saved.DONE);
    if (saved == Saved.DONE && commit.forget()) {
      database.requestErasure();
    }
    return saved;
  }

  private Saved saveAll(
      SqlSession session,
      Commit commit,
      Optional<DialogueTable.Body> body,
      List<OutboxTable.EncodedMessage> messages)
      throws SQLException {
    if (!isFirst(session, commit)) {
      return Saved.SEEN;
    }
    if (!saveDialogue(session, commit, body)) {
      return Saved.STALE;
    }
    OutboxTable outbox = new OutboxTable(session, replica);
    for (OutboxTable.EncodedMessage message : messages) {
      outbox.add(message, commit.at());
    }
    return Saved.DONE;
  }

  /** Records the id of the update; false when it is already recorded. */
  private static boolean isFirst(SqlSession session, Commit commit) throws SQLException {
    return commit.update() == Commit.NO_UPDATE
        || session
                .named("take-update")
                .bind("update_id", commit.update())
                .bind("taken_at", commit.at().toEpochMilli())
                .execute()
            == 1;
  }

  /** Saves or erases the dialogue; false when its revision is not the one the turn started from. */
  private boolean saveDialogue(SqlSession session, Commit commit, Optional<DialogueTable.Body> body)
      throws SQLException {
    DialogueTable dialogues = new DialogueTable(session);
    if (commit.forget()) {
      new OutboxTable(session, replica).erase(commit.chat());
      return dialogues.erase(commit.chat(), commit.revision());
    }
    return body.isEmpty() || dialogues.save(commit, body.get());
  }

  @Override
  public List<OutboxMessage> unsent(int most) {
    return database.read(session -> new OutboxTable(session, replica).unsent(most));
  }

  @Override
  public boolean sent(OutboxMessage outgoing, OptionalLong message) {
    boolean removed = database.write(session -> recordSent(session, outgoing, message));
    if (isFarewell(outgoing)) {
      database.requestErasure();
    }
    return removed;
  }

  private boolean recordSent(SqlSession session, OutboxMessage outgoing, OptionalLong message)
      throws SQLException {
    boolean removed = new OutboxTable(session, replica).remove(outgoing);
    if (removed) {
      new DialogueTable(session).updatePosition(outgoing, message);
    }
    return removed;
  }

  private static boolean isFarewell(OutboxMessage outgoing) {
    return outgoing.revision() < 0;
  }

  @Override
  public List<ChatId> followUpsDue(Instant now, int most) {
    return database.read(session -> new DialogueTable(session).followUpsDue(now, most));
  }

  @Override
  public void reachable(ChatId chat, boolean reachable, Instant at) {
    database.write(session -> new DialogueTable(session).reachable(chat, reachable));
  }

  @Override
  public void visit(String otherThan, Consumer<Dialogue> visitor) {
    // One transaction, because PostgreSQL delivers rows in chunks only within a transaction.
    database.write(
        session -> {
          new DialogueTable(session)
              .bodies(otherThan, body -> StoreJson.dialogue(body).ifPresent(visitor));
          return true;
        });
  }

  @Override
  public int expire(Instant heardBefore, Instant takenBefore) {
    ExpiryQueries expiryQueries = new ExpiryQueries(database, replica);
    expiryQueries.updates(takenBefore);
    boolean traces = true;
    try {
      ExpiryQueries.Expired expired = expiryQueries.dialogues(heardBefore);
      traces = expired.traces();
      return expired.dialogues();
    } finally {
      if (traces) {
        // Runs after a failure as well, because some rows may have been erased by then.
        database.requestErasure();
      }
    }
  }
}
