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

/** Keeps dialogues in an SQL database. */
public final class SqlDialogueStore implements DialogueStore {

  private static final Logger LOG = LoggerFactory.getLogger(SqlDialogueStore.class);

  /** No conversation has this hash: the dialogue is taken on as after a change of conversation. */
  private static final String UNKNOWN_CONVERSATION = "";

  private final Database database;
  private final String replica;

  /**
   * Dialogues in a database.
   *
   * @param replica who is to send the messages that are kept here
   */
  public SqlDialogueStore(Database database, String replica) {
    this.database = database;
    this.replica = replica;
  }

  @Override
  public Optional<StoredDialogue> find(ChatId chat) {
    return database
        .read(session -> new DialogueTable(session).find(chat))
        .map(row -> row.stored(DialogueCodec.read(row.body()).orElseGet(() -> anew(chat, row))));
  }

  /** A dialogue begun anew in place of one that cannot be read; a copy of that one is kept. */
  private Dialogue anew(ChatId chat, DialogueTable.Row row) {
    LOG.warn("a kept dialogue cannot be read by this version; it is put by and begun anew");
    database.write((session, undo) -> new DialogueTable(session).quarantine(chat, row.revision()));
    return Dialogue.begin(UNKNOWN_CONVERSATION, row.heard());
  }

  @Override
  public Saved save(Commit commit) {
    Written written = Written.of(commit);
    Saved saved = database.write((session, undo) -> keep(session, written, undo));
    if (saved == Saved.DONE && commit.forget()) {
      database.scrub();
    }
    return saved;
  }

  /**
   * A commit with its words as they are to be kept: SQLite's one writer is not to write them out.
   */
  private record Written(
      Commit commit, Optional<DialogueTable.Body> dialogue, List<OutboxTable.Parcel> outgoing) {

    static Written of(Commit commit) {
      return new Written(
          commit,
          commit.dialogue().map(DialogueTable.Body::of),
          commit.outgoing().stream().map(OutboxTable.Parcel::of).toList());
    }
  }

  private Saved keep(SqlSession session, Written written, Runnable undo) {
    Saved saved = keepAll(session, written);
    if (saved != Saved.DONE) {
      undo.run();
    }
    return saved;
  }

  private Saved keepAll(SqlSession session, Written written) {
    Commit commit = written.commit();
    if (!new UpdateTable(session).take(commit.update(), commit.at())) {
      return Saved.SEEN;
    }
    if (!takeOn(session, written)) {
      return Saved.STALE;
    }
    OutboxTable outbox = new OutboxTable(session, replica);
    written.outgoing().forEach(parcel -> outbox.add(parcel, commit.at()));
    return Saved.DONE;
  }

  /** False where the dialogue is at another revision than the turn started from. */
  private boolean takeOn(SqlSession session, Written written) {
    Commit commit = written.commit();
    DialogueTable dialogues = new DialogueTable(session);
    if (commit.forget()) {
      new OutboxTable(session, replica).erase(commit.chat());
      return dialogues.erase(commit.chat(), commit.revision());
    }
    return written.dialogue().map(body -> dialogues.keep(commit, body)).orElse(true);
  }

  @Override
  public List<OutboxMessage> unsent(int most) {
    return database.read(session -> new OutboxTable(session, replica).unsent(most));
  }

  @Override
  public boolean sent(OutboxMessage outgoing, OptionalLong message) {
    boolean waited = database.write((session, undo) -> note(session, outgoing, message));
    if (isFarewell(outgoing)) {
      database.scrub();
    }
    return waited;
  }

  private boolean note(SqlSession session, OutboxMessage outgoing, OptionalLong message) {
    boolean waited = new OutboxTable(session, replica).remove(outgoing);
    if (waited) {
      new DialogueTable(session)
          .view(outgoing.chat(), questionPosition -> questionPosition.after(outgoing, message));
    }
    return waited;
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
    // As one transaction: only within one PostgreSQL hands rows over bit by bit.
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
        // Also after a failure: what was erased until then is erased.
        database.scrub();
      }
    }
  }
}
