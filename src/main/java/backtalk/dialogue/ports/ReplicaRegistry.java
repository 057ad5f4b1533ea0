package backtalk.dialogue.ports;

import java.util.List;
import java.util.Optional;

/**
 * Registers the replicas that share one database, their leases and their outboxes. A failure of the
 * store is an unchecked exception. A failed call has changed nothing.
 */
public interface ReplicaRegistry {

  /**
   * Holds a lease as last read.
   *
   * @param name the name of the lease
   * @param holder the replica that holds it
   * @param beat a counter that a running holder increments
   */
  record Lease(String name, String holder, long beat) {}

  /** Returns the unique name of this replica. */
  String self();

  List<Lease> leases();

  /** Acquires a free lease; empty when another replica was faster. */
  Optional<Lease> take(String name);

  /** Takes over a lease, or renews an own one; empty when it has changed since it was read. */
  Optional<Lease> take(Lease seen);

  /**
   * Releases an own lease or that of a failed replica; false when it has changed since it was read.
   */
  boolean drop(Lease seen);

  /**
   * Takes over the outboxes of replicas without a lease.
   *
   * @return how many messages were taken over
   */
  int adopt();

  /** Lists the positions of a message among the unsent messages of its chat. */
  enum Place {
    /** The message is the next to send, by this replica. */
    NEXT,
    /** Another replica has to send an earlier message to the same chat. */
    BEHIND,
    /** This replica has taken over an earlier message from a failed one. */
    OVERTAKEN,
    /** The message was sent, erased, or taken over by another replica. */
    GONE
  }

  /** Returns the current position of a message. */
  Place place(OutboxMessage message);

  /** Returns the name of the lease that a running replica holds. */
  static String alive(String replica) {
    return "replica:" + replica;
  }
}
