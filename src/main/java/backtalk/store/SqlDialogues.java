package backtalk.store;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Commit;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps dialogues in an SQL database. */
final class SqlDialogues implements Dialogues {

  private static final Logger LOG = LoggerFactory.getLogger(SqlDialogues.class);

  /** No conversation has this hash: the dialogue is taken on as after a change of conversation. */
  private static final String UNKNOWN_CONVERSATION = "";

  private final Database database;
  private final String replica;

  /**
   * Dialogues in a database.
   *
   * @param replica who is to send the messages that are kept here
   */
  SqlDialogues(Database database, String replica) {
    this.database = database;
    this.replica = replica;
  }

  @Override
  public Optional<Stored> find(ChatId chat) {
    return database
        .read(handle -> new DialogueTable(handle).find(chat))
        .map(row -> row.stored(DialogueCodec.read(row.body()).orElseGet(() -> anew(chat, row))));
  }

  /** A dialogue begun anew in place of one that cannot be read; a copy of that one is kept. */
  private Dialogue anew(ChatId chat, DialogueTable.Row row) {
    LOG.warn("a kept dialogue cannot be read by this version; it is put by and begun anew");
    database.write((handle, undo) -> new DialogueTable(handle).putBy(chat, row.revision()));
    return Dialogue.begin(UNKNOWN_CONVERSATION, row.heard());
  }

  @Override
  public Saved save(Commit commit) {
    Saved saved = database.write((handle, undo) -> keep(handle, commit, undo));
    if (saved == Saved.DONE && commit.forget()) {
      database.scrub();
    }
    return saved;
  }

  private Saved keep(Handle handle, Commit commit, Runnable undo) {
    Saved saved = keepAll(handle, commit);
    if (saved != Saved.DONE) {
      undo.run();
    }
    return saved;
  }

  private Saved keepAll(Handle handle, Commit commit) {
    if (!new UpdateTable(handle).take(commit.update(), commit.at())) {
      return Saved.SEEN;
    }
    if (!takeOn(handle, commit)) {
      return Saved.STALE;
    }
    new OutboxTable(handle, replica).add(commit.outgoing(), commit.at());
    return Saved.DONE;
  }

  /** False where the dialogue is at another revision than the turn started from. */
  private boolean takeOn(Handle handle, Commit commit) {
    DialogueTable dialogues = new DialogueTable(handle);
    if (commit.forget()) {
      new OutboxTable(handle, replica).erase(commit.chat());
      return dialogues.erase(commit.chat(), commit.revision());
    }
    return commit
        .dialogue()
        .map(dialogue -> dialogues.keep(commit.chat(), commit.revision(), dialogue))
        .orElse(true);
  }

  @Override
  public List<Outgoing> unsent(int most) {
    return database.read(handle -> new OutboxTable(handle, replica).unsent(most));
  }

  @Override
  public boolean sent(Outgoing outgoing, OptionalLong message) {
    boolean waited = database.write((handle, undo) -> note(handle, outgoing, message));
    if (isFarewell(outgoing)) {
      database.scrub();
    }
    return waited;
  }

  private boolean note(Handle handle, Outgoing outgoing, OptionalLong message) {
    boolean waited = new OutboxTable(handle, replica).remove(outgoing);
    if (waited) {
      new DialogueTable(handle).view(outgoing.chat(), view -> view.after(outgoing, message));
    }
    return waited;
  }

  private static boolean isFarewell(Outgoing outgoing) {
    return outgoing.revision() < 0;
  }

  @Override
  public void reachable(ChatId chat, boolean reachable, Instant at) {
    database.write((handle, undo) -> new DialogueTable(handle).reachable(chat, reachable));
  }

  @Override
  public void visit(String otherThan, Consumer<Dialogue> visitor) {
    // As one transaction: only within one PostgreSQL hands rows over bit by bit.
    database.write(
        (handle, undo) -> {
          new DialogueTable(handle)
              .bodies(otherThan, body -> DialogueCodec.read(body).ifPresent(visitor));
          return true;
        });
  }

  @Override
  public int expire(Instant heardBefore, Instant takenBefore) {
    Expired expired = database.write((handle, undo) -> expire(handle, heardBefore, takenBefore));
    if (expired.traces()) {
      database.scrub();
    }
    return expired.dialogues();
  }

  /** How many dialogues were erased, and whether anything was that told of a person. */
  private record Expired(int dialogues, boolean traces) {}

  private Expired expire(Handle handle, Instant heardBefore, Instant takenBefore) {
    new UpdateTable(handle).expire(takenBefore);
    DialogueTable table = new DialogueTable(handle);
    int messages = new OutboxTable(handle, replica).expire(heardBefore);
    int unreadable = table.expireUnreadable(heardBefore);
    int dialogues = table.expire(heardBefore);
    return new Expired(dialogues, messages + unreadable + dialogues > 0);
  }
}
