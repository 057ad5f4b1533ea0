package backtalk.harness;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The replicas of a run.
 *
 * @param postgres whether the store is a PostgreSQL server rather than a file
 * @param replicas how many; only on a server more than one
 * @param webhook whether updates are pushed rather than polled
 */
public record ReplicaPlan(boolean postgres, int replicas, boolean webhook) {

  TestDatabase stock(Path folder) throws IOException {
    return postgres ? TestDatabase.postgres() : TestDatabase.sqlite(folder);
  }

  Fleet fleet(WorldProcess world, TestDatabase testDatabase, Path folder) {
    return new Fleet(world, testDatabase, folder, replicas, webhook);
  }
}
