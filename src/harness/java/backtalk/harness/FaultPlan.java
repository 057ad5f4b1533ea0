package backtalk.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Lists how many faults of each kind a run injects, in random order.
 *
 * @param kills kills of a replica by kill -9, each followed by a start
 * @param stops stops of a replica by SIGTERM, as for an update of the program
 * @param serverCrashes crashes of the PostgreSQL server, which recovers from its log
 * @param swings changes of the latency of all calls, to 50-500 ms
 */
public record FaultPlan(int kills, int stops, int serverCrashes, int swings) {

  /** Lists the kinds of fault. */
  enum Fault {
    KILL,
    STOP,
    SERVER_CRASH,
    SWING
  }

  /** Returns all faults in random order. */
  List<Fault> shuffled(long seed) {
    List<Fault> all = new ArrayList<>(Collections.nCopies(kills, Fault.KILL));
    all.addAll(Collections.nCopies(stops, Fault.STOP));
    all.addAll(Collections.nCopies(serverCrashes, Fault.SERVER_CRASH));
    all.addAll(Collections.nCopies(swings, Fault.SWING));
    Collections.shuffle(all, new Random(seed));
    return all;
  }
}
