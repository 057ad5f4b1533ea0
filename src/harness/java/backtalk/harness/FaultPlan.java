package backtalk.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What strikes a bot during a run, in any order.
 *
 * @param kills of a replica, by kill -9; it is started again at once
 * @param stops of a replica, by SIGTERM, as for an update of the program
 * @param serverCrashes of the PostgreSQL server, which recovers from its log
 * @param swings of the latency of every call, to anything from 50 to 500 ms
 */
public record FaultPlan(int kills, int stops, int serverCrashes, int swings) {

  /** One of them. */
  enum Blow {
    KILL,
    STOP,
    SERVER_CRASH,
    SWING
  }

  /** All of them, in an order of chance. */
  List<Blow> shuffled(long seed) {
    List<Blow> all = new ArrayList<>(Collections.nCopies(kills, Blow.KILL));
    all.addAll(Collections.nCopies(stops, Blow.STOP));
    all.addAll(Collections.nCopies(serverCrashes, Blow.SERVER_CRASH));
    all.addAll(Collections.nCopies(swings, Blow.SWING));
    Collections.shuffle(all, new Random(seed));
    return all;
  }
}
