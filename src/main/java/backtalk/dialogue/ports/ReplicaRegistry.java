package backtalk.dialogue.ports;

import backtalk.dialogue.ChatId;
import java.util.List;
import java.util.Optional;

/**
 * What replicas that keep their dialogues in one database know of each other. A failure of the
 * store is an unchecked exception; nothing of the call then happened.
 */
public interface ReplicaRegistry {

  /**
   * The right to something, as last seen.
   *
   * @param name what the right is to
   * @param holder the replica that has it
   * @param beat what the holder counts up while it lives
   */
  record Lease(String name, String holder, long beat) {}

  /** The name of this replica, unlike that of any other. */
  String self();

  /** Every lease there is. */
  List<Lease> leases();

  /** Takes a lease that nobody holds; empty where somebody was faster. */
  Optional<Lease> take(String name);

  /** Takes a lease over, or counts an own one up; empty where it is no longer as it was seen. */
  Optional<Lease> take(Lease seen);

  /** Gives a lease up, one's own or that of a replica that is dead; false as above. */
  boolean drop(Lease seen);

  /** Takes over the unsent messages of replicas that are gone; how many. */
  int adopt();

  /** Where a message stands that this replica is about to send. */
  enum Place {
    /** It is this replica's to send, now. */
    NEXT,
    /** Another replica has yet to send something to the same chat that comes before it. */
    BEHIND,
    /** This replica took something over from a dead one that comes before it. */
    OVERTAKEN,
    /** It was sent, forgotten, or taken over by another replica. */
    GONE
  }

  /** Where a message stands now. */
  Place place(OutboxMessage message);

  /** Whether another replica has yet to send something to this chat. */
  boolean hasPendingFromOthers(ChatId chat);

  /** The name under which a replica says that it is alive. */
  static String alive(String replica) {
    return "replica:" + replica;
  }
}
