package backtalk.harness;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Describes the replicas of a run.
 *
 * @param postgres true where the store is a PostgreSQL server rather than a file
 * @param replicas the number of replicas; more than one only on a server
 * @param webhook true where updates are pushed rather than polled
 */
public record ReplicaPlan(boolean postgres, int replicas, boolean webhook) {

  TestDatabase createDatabase(Path folder) throws IOException {
    return postgres ? TestDatabase.postgres() : TestDatabase.sqlite(folder);
  }

  Fleet createFleet(World world, TestDatabase testDatabase, Path folder) {
    return new Fleet(world, testDatabase, folder, replicas, webhook);
  }
}
