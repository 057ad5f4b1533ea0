package backtalk.store.sql;

import backtalk.dialogue.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;

/**
 * Erases what was kept for long enough. What is old is looked for beside the turns, once through
 * each table, and erased a little at a time, so that turns go on in between.
 *
 * @param replica as in {@link OutboxTable}
 */
public record ExpiryQueries(Database database, String replica) {

  public static final int AT_ONCE = 500;

  /** How many dialogues were erased, and whether anything was that told of a person. */
  record Expired(int dialogues, boolean traces) {}

  /** Forgets the updates that were taken earlier. */
  void updates(Instant before) {
    var unused =
        bitByBit(
            after -> database.read(session -> new UpdateTable(session).old(before, after, AT_ONCE)),
            some ->
                database.write(
                    (session, undo) ->
                        new UpdateTable(session).expire(before, some.getFirst(), some.getLast())));
  }

  /** Erases the dialogues that were not heard since, and the messages that nobody could send. */
  Expired dialogues(Instant before) {
    int rest =
        database.write(
            (session, undo) ->
                new OutboxTable(session, replica).expire(before)
                    + new DialogueTable(session).expireUnreadable(before));
    int dialogues =
        bitByBit(
            after ->
                database.read(session -> new DialogueTable(session).silent(before, after, AT_ONCE)),
            some -> database.write((session, undo) -> erased(session, some, before)));
    return new Expired(dialogues, rest + dialogues > 0);
  }

  private int erased(SqlSession session, List<Long> chats, Instant before) {
    return (int) chats.stream().filter(chat -> isErased(session, new ChatId(chat), before)).count();
  }

  /** False where somebody was heard after all. */
  private boolean isErased(SqlSession session, ChatId chat, Instant before) {
    boolean erased = new DialogueTable(session).expire(chat, before);
    if (erased) {
      new OutboxTable(session, replica).erase(chat);
    }
    return erased;
  }

  /**
   * Once through a table.
   *
   * @param next some keys in order, from after one
   * @return how many were erased
   */
  private static int bitByBit(LongFunction<List<Long>> next, ToIntFunction<List<Long>> erasing) {
    int erased = 0;
    List<Long> some = next.apply(Long.MIN_VALUE);
    while (!some.isEmpty()) {
      erased += erasing.applyAsInt(some);
      some = next.apply(some.getLast());
    }
    return erased;
  }
}
