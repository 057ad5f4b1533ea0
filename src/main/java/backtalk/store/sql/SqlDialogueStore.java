package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.Commit;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.store.DialogueCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores dialogues in an SQL database. */
public final class SqlDialogueStore implements DialogueStore {

  private static final Logger LOG = LoggerFactory.getLogger(SqlDialogueStore.class);

  /** Matches no conversation, so that the dialogue continues as after a change of conversation. */
  private static final String UNKNOWN_CONVERSATION = "";

  private final Database database;
  private final String replica;

  /**
   * Creates a store on a database.
   *
   * @param replica the replica that sends the messages saved here
   */
  public SqlDialogueStore(Database database, String replica) {
    this.database = database;
    this.replica = replica;
  }

  @Override
  public Optional<StoredDialogue> find(ChatId chat) {
    return database
        .read(session -> new DialogueTable(session).find(chat))
        .map(
            row ->
                row.stored(DialogueCodec.read(row.body()).orElseGet(() -> restarted(chat, row))));
  }

  /** Quarantines a dialogue that cannot be read and returns a new one. */
  private Dialogue restarted(ChatId chat, DialogueTable.Row row) {
    LOG.warn("this version cannot read a stored dialogue; it is quarantined and begun anew");
    database.write((session, undo) -> new DialogueTable(session).quarantine(chat, row.revision()));
    return Dialogue.begin(UNKNOWN_CONVERSATION, row.heard());
  }

  @Override
  public Saved save(Commit commit) {
    EncodedCommit written = EncodedCommit.of(commit);
    Saved saved = database.write((session, undo) -> saveOrUndo(session, written, undo));
    if (saved == Saved.DONE && commit.forget()) {
      database.requestErasure();
    }
    return saved;
  }

  /**
   * Holds a commit with its JSON, so that SQLite's single writer thread does not have to encode it.
   */
  private record EncodedCommit(
      Commit commit,
      Optional<DialogueTable.Body> dialogue,
      List<OutboxTable.EncodedMessage> outgoing) {

    static EncodedCommit of(Commit commit) {
      return new EncodedCommit(
          commit,
          commit.dialogue().map(DialogueTable.Body::of),
          commit.outgoing().stream().map(OutboxTable.EncodedMessage::of).toList());
    }
  }

  private Saved saveOrUndo(SqlSession session, EncodedCommit written, Runnable undo) {
    Saved saved = saveAll(session, written);
    if (saved != Saved.DONE) {
      undo.run();
    }
    return saved;
  }

  private Saved saveAll(SqlSession session, EncodedCommit written) {
    Commit commit = written.commit();
    if (!new UpdateTable(session).take(commit.update(), commit.at())) {
      return Saved.SEEN;
    }
    if (!saveDialogue(session, written)) {
      return Saved.STALE;
    }
    OutboxTable outbox = new OutboxTable(session, replica);
    written.outgoing().forEach(encoded -> outbox.add(encoded, commit.at()));
    return Saved.DONE;
  }

  /** Saves or erases the dialogue; false when its revision is not the one the turn started from. */
  private boolean saveDialogue(SqlSession session, EncodedCommit written) {
    Commit commit = written.commit();
    DialogueTable dialogues = new DialogueTable(session);
    if (commit.forget()) {
      new OutboxTable(session, replica).erase(commit.chat());
      return dialogues.erase(commit.chat(), commit.revision());
    }
    return written.dialogue().map(body -> dialogues.save(commit, body)).orElse(true);
  }

  @Override
  public List<OutboxMessage> unsent(int most) {
    return database.read(session -> new OutboxTable(session, replica).unsent(most));
  }

  @Override
  public boolean sent(OutboxMessage outgoing, OptionalLong message) {
    boolean removed = database.write((session, undo) -> recordSent(session, outgoing, message));
    if (isFarewell(outgoing)) {
      database.requestErasure();
    }
    return removed;
  }

  private boolean recordSent(SqlSession session, OutboxMessage outgoing, OptionalLong message) {
    boolean removed = new OutboxTable(session, replica).remove(outgoing);
    if (removed) {
      new DialogueTable(session)
          .updatePosition(
              outgoing.chat(), questionPosition -> questionPosition.after(outgoing, message));
    }
    return removed;
  }

  private static boolean isFarewell(OutboxMessage outgoing) {
    return outgoing.revision() < 0;
  }

  @Override
  public void reachable(ChatId chat, boolean reachable, Instant at) {
    database.write((session, undo) -> new DialogueTable(session).reachable(chat, reachable));
  }

  @Override
  public void visit(String otherThan, Consumer<Dialogue> visitor) {
    // One transaction, because PostgreSQL delivers rows in chunks only within a transaction.
    database.write(
        (session, undo) -> {
          new DialogueTable(session)
              .bodies(otherThan, body -> DialogueCodec.read(body).ifPresent(visitor));
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
